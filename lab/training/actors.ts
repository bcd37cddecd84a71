// Who acts in a round: the policy, held random actions, or the one after the other.

import type { ActMode, Learner } from '../../agents/contract.ts'
import type { RandomStream } from '../../sim/random.ts'
import type { Actor } from './round.ts'

export interface Worlds {
  readonly count: number
  readonly actionSize: number
}

/** The learner's policy. */
export function policyActor(learner: Learner<unknown>, count: number, mode: ActMode): Actor {
  return (observations) => learner.act(observations, count, mode)
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
 * The policy up to a moment of its own in each world, held random actions from there. It shows what lies beside the
 * policy's habits, which is what a teacher has to see before a reward can praise it.
 *
 * @param steps decisions in the episode
 */
export function branchingActor(
  policy: Actor,
  { count, actionSize, steps }: Worlds & { readonly steps: number },
  hold: number,
  random: RandomStream,
): Actor {
  const held = new HeldActions({ count, actionSize }, hold, random)
  const moments = Array.from({ length: count }, () => random.integer(steps))
  return async (observations, step) => {
    const actions = await policy(observations, step)
    moments.forEach((moment, world) => {
      if (step >= moment) actions.set(held.next(world), world * actionSize)
    })
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
