// The reward model's own view of a clip, for after the answer. Recordings hold no observations, so the episode is simulated
// again, and its hashes are compared, before the model is asked.

import type { Env } from '../../envs/contract.ts'
import { makeEnv } from '../../envs/registry.ts'
import type { RewardEnsemble } from '../../rewards/models/ensemble.ts'
import type { SegmentRef } from '../../rewards/preference/preference.ts'
import { memberDeviation } from '../../rewards/queries/disagreement.ts'
import type { Recording } from '../../sim/recording.ts'
import type { Config } from '../config/schema.ts'
import { checkHashes, simulateAgain } from '../training/person/simulate-again.ts'
import { episodeRows, type RowSizes, rowSize } from '../training/rows.ts'
import { viewOf, worldOptions } from '../training/worlds.ts'

export interface SegmentReward {
  /** Each decision's reward, and how much the members of the model differ about it. */
  readonly mean: readonly number[]
  readonly deviation: readonly number[]
  /** The sum over the segment, for each member. */
  readonly returns: readonly number[]
}

export interface Predictor {
  /** @throws RerunError where the recording does not happen again on this machine */
  rewardOf(segment: SegmentRef, recording: Recording): Promise<SegmentReward>
  dispose(): Promise<void>
}

interface PredictorOptions {
  readonly config: Config
  /** Stays its owner's. */
  readonly reward: Pick<RewardEnsemble, 'memberRewards' | 'members'>
}

/** @returns the view of a model that may still be learning */
export async function predictorOf({ config, reward }: PredictorOptions): Promise<Predictor> {
  const env = await makeEnv(config.task, worldOptions(config))
  const rowsOf = rememberedRows(env, config)

  async function rewardOf({ start, length, episode }: SegmentRef, recording: Recording): Promise<SegmentReward> {
    const { rows, size } = rowsOf(episode, recording)
    const members = await reward.memberRewards(rows.slice(start * size, (start + length) * size), length)
    const each = Array.from({ length: reward.members }, (_, member) =>
      members.slice(member * length, (member + 1) * length),
    )
    return {
      mean: Array.from({ length }, (_, step) => each.reduce((sum, own) => sum + own[step]!, 0) / each.length),
      deviation: [...memberDeviation(members, reward.members)],
      returns: each.map((own) => own.reduce((sum, value) => sum + value, 0)),
    }
  }

  return { rewardOf, dispose: async () => env.dispose() }
}

interface Rows {
  /** What the model reads of every decision, [steps, size]. */
  readonly rows: Float32Array
  readonly size: number
}

function rememberedRows(env: Env, config: Config): (episode: string, recording: Recording) => Rows {
  const known = new WeakMap<Recording, Rows>()
  const [observationSize, actionSize] = [env.observationSpace.low.length, env.actionSpace.low.length]
  const { view, sizes } = viewOf(config, { observationSize, actionSize })
  const rowSizes: RowSizes = { inputs: config.reward.inputs, ...sizes }

  return (episode, recording) => {
    const before = known.get(recording)
    if (before) return before
    const again = simulateAgain(env, recording, recording.policy)
    checkHashes(episode, recording, again.recording)
    const count = recording.rewards.length + 1
    const observations = new Float32Array(count * sizes.view)
    view.apply(again.observations, count, observationSize, observations)
    const found = { rows: episodeRows({ observations, actions: recording.actions }, rowSizes), size: rowSize(rowSizes) }
    known.set(recording, found)
    return found
  }
}
