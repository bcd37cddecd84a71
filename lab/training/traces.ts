// What a run notes of its episodes for teachers that rank factors, beside the task's own terms.

import type { VectorEnv } from '../../envs/contract.ts'
import { actionTraces, episodeTraces, handTraces } from '../../rewards/factors/traces.ts'
import { CONTROL_STEP } from '../../sim/control-step.ts'
import { ACTION_TRAVEL, TCP_DROP } from '../../sim/hand/constants.ts'

/** Meta-World's observation begins with the place of the hand. */
const TABLETOP_OBSERVATION = 39

type Subject = Pick<VectorEnv, 'observationSize' | 'termNames'>

const showsHand = ({ observationSize }: Pick<Subject, 'observationSize'>) => observationSize === TABLETOP_OBSERVATION

/** Names of all terms and traces that segments of these worlds have. */
export function seriesNames(worlds: Subject): string[] {
  return [...worlds.termNames, ...actionTraces, ...(showsHand(worlds) ? handTraces : [])]
}

/** Follows one world through an episode. */
export class EpisodeTracer {
  readonly #worlds: Pick<VectorEnv, 'observationSize' | 'actionSize' | 'options'>
  readonly #hand: Float32Array | undefined
  readonly #success: Float32Array

  constructor(worlds: Pick<VectorEnv, 'observationSize' | 'actionSize' | 'options'>, steps: number) {
    this.#worlds = worlds
    this.#success = new Float32Array(steps)
    if (showsHand(worlds)) this.#hand = new Float32Array(3 * (steps + 1))
  }

  /** @param observation as the world gives it */
  observe(observation: Float32Array, step: number): void {
    this.#hand?.set([observation[0]!, observation[1]!, observation[2]! - TCP_DROP], 3 * step)
  }

  witness(success: boolean, step: number): void {
    this.#success[step] = Number(success)
  }

  /** @param actions as the world took them, [steps, action] */
  traces(actions: Float32Array): Record<string, Float32Array> {
    const { actionRepeat } = this.#worlds.options
    return episodeTraces({
      success: this.#success,
      actions,
      actionSize: this.#worlds.actionSize,
      hand: this.#hand,
      seconds: CONTROL_STEP * actionRepeat,
      reach: ACTION_TRAVEL * actionRepeat,
    })
  }
}
