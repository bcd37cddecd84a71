// What an offline learner is given: whole episodes of one task by several behaviours, wherever they are kept.

import type { EnvOptions } from '../../envs/contract.ts'

/** Numbers of one episode; arrays may be views of a larger one, and belong to the dataset. */
export interface OfflineEpisode {
  /** Unique in the dataset; how preferences name it, and the name of its recording where there is one. */
  readonly id: string
  /** Which part of the mix it belongs to, such as `expert` or `expert~0.5`. */
  readonly part: string
  /** Of its start; undefined where it came from a file that does not say. */
  readonly seed: number | undefined
  /** Decisions. */
  readonly steps: number
  /** The last is what the episode was cut off or ended in, [steps + 1, observation]. */
  readonly observations: Float32Array
  /** [steps, action] */
  readonly actions: Float32Array
  /** The task's own, [steps]: for evaluation and scripted teachers, not for a learner that has preferences. */
  readonly rewards: Float32Array
  /** Raw reward terms, [steps, termNames]. */
  readonly terms: Float32Array
  /** 1 where the task's success condition held, [steps]. */
  readonly success: Uint8Array
  /** Why it stops there: by a time limit, behind which more would have followed, or because it was over. */
  readonly ending: 'time-limit' | 'terminal'
  /** Of the simulated state at the end; undefined where it was not simulated here. */
  readonly hash: string | undefined
}

/** Where a part of the mix comes from. */
export interface PartOrigin {
  readonly name: string
  /** Who acted, as in recordings. */
  readonly policy: string
  /** Standard deviation of the normal noise that was added to every action. */
  readonly noise: number
}

export interface OfflineDataset {
  /** Where it was read from. */
  readonly path: string
  readonly task: string
  readonly options: EnvOptions
  /** Physics build that it was simulated on; undefined where it was not simulated here. */
  readonly engine: string | undefined
  readonly observationSize: number
  readonly actionSize: number
  readonly termNames: readonly string[]
  /** Names of the parts of the mix, in order. */
  readonly parts: readonly string[]
  /** Of each part, where that is known. */
  readonly origins?: readonly PartOrigin[]
  /** In the order of their parts, then of their seeds. */
  readonly episodes: readonly OfflineEpisode[]
}

/** All decisions of all episodes, one after the other; names and meaning are those of a batch of transitions. */
export interface Transitions {
  readonly count: number
  /** [count, observation] */
  readonly observations: Float32Array
  /** [count, action] */
  readonly actions: Float32Array
  /** [count] */
  readonly rewards: Float32Array
  /** [count, observation] */
  readonly nextObservations: Float32Array
  /** 1, or 0 where nothing follows the next observation, [count]. A time limit is no end. */
  readonly continues: Float32Array
  /** Row of each episode's first decision, and `count` behind the last, [episodes + 1]. */
  readonly starts: Uint32Array
}

export type DatasetShape = Pick<OfflineDataset, 'observationSize' | 'actionSize' | 'episodes'>

/**
 * @param rewardsOf what each decision of an episode is worth, [steps], such as by a learned reward; the task's own
 * rewards when absent
 */
export function transitionsOf(
  { observationSize, actionSize, episodes }: DatasetShape,
  rewardsOf: (episode: OfflineEpisode) => Float32Array = ({ rewards }) => rewards,
): Transitions {
  const count = episodes.reduce((sum, { steps }) => sum + steps, 0)
  const transitions = {
    count,
    observations: new Float32Array(count * observationSize),
    actions: new Float32Array(count * actionSize),
    rewards: new Float32Array(count),
    nextObservations: new Float32Array(count * observationSize),
    continues: new Float32Array(count).fill(1),
    starts: new Uint32Array(episodes.length + 1),
  }
  let row = 0
  for (const [index, episode] of episodes.entries()) {
    const { steps, observations, actions, ending } = episode
    transitions.starts[index] = row
    transitions.observations.set(observations.subarray(0, steps * observationSize), row * observationSize)
    transitions.nextObservations.set(observations.subarray(observationSize), row * observationSize)
    transitions.actions.set(actions, row * actionSize)
    transitions.rewards.set(rewardsOf(episode), row)
    row += steps
    if (ending === 'terminal' && steps > 0) transitions.continues[row - 1] = 0
  }
  transitions.starts[episodes.length] = row
  return transitions
}
