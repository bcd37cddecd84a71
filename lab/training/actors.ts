// Who acts in a round: the policy, held random actions, or the one after the other.

import type { ActMode, Learner } from '../../agents/contract.ts'
import type { RandomStream } from '../../sim/random.ts'
import { SpoiltError } from './diverged.ts'
import type { Actor } from './round.ts'

export interface Worlds {
  readonly count: number
  readonly actionSize: number
}

/** The learner's policy. @throws SpoiltError when it has come to numbers that are none */
export function policyActor(learner: Learner, count: number, mode: ActMode): Actor {
  return async (observations) => {
    const actions = await learner.act(observations, count, mode)
    if (!actions.every(Number.isFinite)) throw new SpoiltError(`what ${learner.id} does`)
    return actions
  }
}

/** Uniform random actions, each held for a uniform number of decisions up to `hold`: they get somewhere, noise does not. */
export function heldRandomActor({ count, actionSize }: Worlds, hold: number, random: RandomStream): Actor {
  const held = new HeldActions({ count, actionSize }, hold, random)
  return async () => {
    for (let world = 0; world < count; world++) held.next(world)
    return held.actions
  }
}

/**
 * Twins: every second world repeats the one before it, same start and same actions, up to a moment of their own. From
 * there a random offset of its own, held for a while, is added to the policy's action in each. What the two become from
 * one and the same state is what a teacher can compare best, and lies beside the policy's habits.
 *
 * @param moments decision at which each pair of twins parts, [count / 2]
 */
export function branchingActor(
  policy: Actor,
  { count, actionSize }: Worlds,
  { hold, moments }: { readonly hold: number; readonly moments: readonly number[] },
  random: RandomStream,
): Actor {
  const offsets = new HeldActions({ count, actionSize }, hold, random)
  return async (observations, step) => {
    const actions = await policy(observations, step)
    for (let world = 0; world < count; world++) {
      const own = actions.subarray(world * actionSize, (world + 1) * actionSize)
      if (step >= moments[world >> 1]!) {
        offsets.next(world).forEach((offset, index) => {
          own[index]! += offset
        })
      } else if (world % 2 === 1) own.set(actions.subarray((world - 1) * actionSize, world * actionSize))
    }
    return actions
  }
}

class HeldActions {
  /** [count, action] */
  readonly actions: Float32Array
  readonly #left: Int32Array
  readonly #actionSize: number
  readonly #hold: number
  readonly #random: RandomStream

  constructor({ count, actionSize }: Worlds, hold: number, random: RandomStream) {
    this.actions = new Float32Array(count * actionSize)
    this.#left = new Int32Array(count)
    this.#actionSize = actionSize
    this.#hold = hold
    this.#random = random
  }

  /** @returns this world's present action, redrawn when its time is over */
  next(world: number): Float32Array {
    const own = this.actions.subarray(world * this.#actionSize, (world + 1) * this.#actionSize)
    if (this.#left[world] === 0) {
      this.#left[world] = 1 + this.#random.integer(this.#hold)
      for (let index = 0; index < own.length; index++) own[index] = this.#random.uniform(-1, 1)
    }
    this.#left[world]!--
    return own
  }
}

/**
 * Another's actions, now and then replaced by a held random one: clips of a skilled hand that also show what going wrong
 * and recovering looks like.
 *
 * @param stumble chance at each decision that a random action takes over
 */
export function stumblingActor(
  skilled: () => Promise<Float32Array>,
  { count, actionSize }: Worlds,
  { hold, stumble }: { readonly hold: number; readonly stumble: number },
  random: RandomStream,
): Actor {
  const held = new HeldActions({ count, actionSize }, hold, random)
  const left = new Int32Array(count)
  return async () => {
    const actions = (await skilled()).slice()
    for (let world = 0; world < count; world++) {
      if (left[world] === 0 && random.uniform(0, 1) < stumble) left[world] = 1 + random.integer(hold)
      if (left[world] === 0) continue
      left[world]!--
      actions.set(held.next(world), world * actionSize)
    }
    return actions
  }
}
