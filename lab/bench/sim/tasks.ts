// How fast one world of each task runs with its expert, resets included, and the bare physics inside it.

import type { Env, EnvOptions } from '../../../envs/contract.ts'
import { makeEnv, tasks } from '../../../envs/registry.ts'
import { Hand } from '../../../sim/hand/hand.ts'
import { createWorld } from '../../../sim/world.ts'
import { median } from '../../statistics/quantile.ts'
import { alternate, type Timed, type Timing } from '../rate.ts'
import { rounded, type SimBenchRow } from './row.ts'

interface TaskCase extends Timed {
  readonly name: string
  readonly mode: EnvOptions['physics']
  dispose(): void
}

const MODES = ['accurate', 'fast'] as const
/** Control steps in one piece of work. */
const PIECE = 50
/** The task whose physics is also measured bare. */
const BARE = 'push'

export async function benchTasks(timing: Timing): Promise<SimBenchRow[]> {
  const cases: TaskCase[] = []
  try {
    for (const mode of MODES) {
      for (const { id } of tasks) cases.push(await expertCase(id, mode))
      cases.push(await physicsCase(mode))
    }
    const rates = await alternate(cases, timing)
    return cases.map(({ name, mode }, index) => {
      return { case: name, mode, workers: 1, stepsPerSecond: rounded(median(rates[index]!)) }
    })
  } finally {
    for (const each of cases) each.dispose()
  }
}

/** Observation, reward, expert and the share of resets: all that a rollout costs. */
async function expertCase(id: string, mode: EnvOptions['physics']): Promise<TaskCase> {
  const env = await makeEnv(id, { physics: mode })
  const play = endlessExpert(env)
  return { name: id, mode, work: () => play(PIECE), dispose: () => env.dispose() }
}

/** Plays episode after episode with growing seeds, some steps at a time. */
export function endlessExpert(env: Env): (steps: number) => number {
  let seed = 0
  let step = env.reset({ seed })
  return (steps) => {
    for (let taken = 0; taken < steps; taken++) {
      if (step.terminated || step.truncated) step = env.reset({ seed: ++seed })
      step = env.step(env.expert())
    }
    return steps
  }
}

/** The same scene with the hand holding still: the engine's own steps and nothing else. */
async function physicsCase(mode: EnvOptions['physics']): Promise<TaskCase> {
  const env = await makeEnv(BARE, { physics: mode })
  env.reset({ seed: 0 })
  const world = createWorld(env.scene(), { physics: mode })
  env.dispose()
  new Hand(world)
  const work = () => {
    for (let step = 0; step < PIECE * world.substeps; step++) world.step()
    return PIECE
  }
  return { name: `physics-of-${BARE}`, mode, work, dispose: () => world.dispose() }
}
