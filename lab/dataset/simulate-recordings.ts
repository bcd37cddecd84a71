// A folder of recordings as a dataset. Recordings keep actions, not observations: each is simulated again, and what
// comes out must be what was recorded.

import type { Env } from '../../envs/contract.ts'
import { makeEnv } from '../../envs/registry.ts'
import { engineBuild } from '../../sim/engine.ts'
import type { Recording } from '../../sim/recording.ts'
import { UserError } from '../errors/user-error.ts'
import { openShelf } from '../labelling/shelf.ts'
import type { OfflineDataset, OfflineEpisode } from './offline-dataset.ts'

/** @throws UserError where there are none, of several tasks, or where one does not happen again */
export async function simulateRecordings(path: string): Promise<OfflineDataset> {
  const shelf = openShelf(path)
  const first = await shelf.load(shelf.episodes[0]!.id)
  const env = await makeEnv(first.task, first.options)
  try {
    const episodes: OfflineEpisode[] = []
    for (const { id } of shelf.episodes) {
      const recording = await shelf.load(id)
      checkSameKind(first, recording, id)
      episodes.push(simulate(env, recording, id))
    }
    return {
      path,
      ...{ task: first.task, options: first.options, engine: first.engine },
      observationSize: env.observationSpace.low.length,
      actionSize: first.actionSize,
      termNames: first.terms.names,
      ...inOrder(episodes),
    }
  } finally {
    env.dispose()
  }
}

function simulate(env: Env, recording: Recording, id: string): OfflineEpisode {
  const { seed, policy, actions, actionSize, rewards, terms, success, hashes } = recording
  const steps = rewards.length
  const size = env.observationSpace.low.length
  const observations = new Float32Array((steps + 1) * size)
  let step = env.reset({ seed })
  observations.set(step.observation)
  for (let index = 0; index < steps; index++) {
    step = env.step(actions.slice(index * actionSize, (index + 1) * actionSize))
    observations.set(step.observation, (index + 1) * size)
    if (!Object.is(Math.fround(step.reward), rewards[index])) throw differs(recording, id, index)
  }
  if (env.hash() !== hashes.values.at(-1)) throw differs(recording, id, steps - 1)
  return {
    ...{ id, part: policy, seed, steps, observations, actions, rewards, success },
    terms: terms.values,
    ending: step.terminated ? 'terminal' : 'time-limit',
    hash: hashes.values.at(-1),
  }
}

/** By part, in the order in which they are met, then by seed. */
function inOrder(episodes: readonly OfflineEpisode[]): Pick<OfflineDataset, 'parts' | 'episodes'> {
  const parts = [...new Set(episodes.map(({ part }) => part))]
  const rank = ({ part, seed = 0 }: OfflineEpisode) => ({ part: parts.indexOf(part), seed })
  const sorted = [...episodes].sort((one, other) => {
    const [a, b] = [rank(one), rank(other)]
    return a.part - b.part || a.seed - b.seed
  })
  return { parts, episodes: sorted }
}

function differs({ engine }: Recording, id: string, step: number): UserError {
  const builds = engine === engineBuild() ? '' : `: it was recorded on ${engine}, this is ${engineBuild()}`
  return new UserError(
    `recording ${id} does not happen again, from step ${step} on${builds}; record the dataset anew`,
    'failed',
  )
}

function checkSameKind(first: Recording, { task, options }: Recording, id: string): void {
  const kind = (each: Pick<Recording, 'task' | 'options'>) => {
    const { horizon, physics, actionRepeat } = each.options
    return `${each.task}, horizon ${horizon}, ${physics}, actions held for ${actionRepeat}`
  }
  if (kind({ task, options }) === kind(first)) return
  throw new UserError(
    `a dataset is of one task and one set of options; found ${kind(first)}, and in recording ${id} ` +
      `${kind({ task, options })}. Name the folder of one`,
  )
}
