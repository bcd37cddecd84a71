// How well a run's policy does, on seeds that training and the choice of the policy never saw.

import { readRun } from '../run/read-run.ts'
import type { EvaluationSummary } from '../run/summary.ts'
import { evaluate } from './evaluate.ts'
import { openRunPolicy } from './run-policy.ts'
import { heldOutSeeds } from './seeds.ts'
import { makeWorlds, stepsOf } from './worlds.ts'

/** Worlds that are evaluated side by side. */
const WORLDS = 25

/** @param path the run's folder. @throws UserError where it has no policy */
export async function evaluateRun(
  path: string,
  { episodes }: { readonly episodes: number },
): Promise<EvaluationSummary> {
  const { config } = readRun(path)
  const worlds = await makeWorlds(config, Math.min(episodes, WORLDS))
  const policy = await openRunPolicy(path).catch(async (error: unknown) => {
    await worlds.dispose()
    throw error
  })
  try {
    const {
      success,
      successInterval,
      successLast,
      return: total,
    } = await evaluate({
      worlds,
      view: policy.view,
      actor: policy.actor(worlds.count),
      seeds: heldOutSeeds(episodes),
      steps: stepsOf(config),
    })
    return { task: config.task, episodes, success, successInterval, successLast, return: total }
  } finally {
    await policy.dispose()
    await worlds.dispose()
  }
}
