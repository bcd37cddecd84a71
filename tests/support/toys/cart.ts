// A cart on a line that is to be brought to rest at the origin. An action changes the velocity, and the velocity changes
// where the cart is a step later: who does not look ahead learns nothing here.

import type { Learner, LearnerSizes } from '../../../agents/contract.ts'
import type { ReplayEpisode } from '../../../agents/replay-buffer.ts'
import { type RandomStream, randomStream } from '../../../sim/random.ts'

/** Position and velocity; an acceleration. */
export const cartSizes: LearnerSizes = { observation: 2, action: 1 }

export interface Cart {
  readonly position: number
  readonly velocity: number
}

const REACH = 2
const STEP = 0.3

/** @param action is clipped to [-1, 1] */
export function moveCart({ position, velocity }: Cart, action: number): Cart {
  const push = Math.min(1, Math.max(-1, action))
  const moved = position + STEP * velocity
  const bounded = Math.min(REACH, Math.max(-REACH, moved))
  return { position: bounded, velocity: Math.min(1.5, Math.max(-1.5, velocity + STEP * push)) }
}

export function randomCart(random: RandomStream): Cart {
  return { position: random.uniform(-1, 1), velocity: random.uniform(-1, 1) }
}

/** Worth of having arrived there. */
export function cartReward({ position, velocity }: Cart): number {
  return -Math.abs(position) - 0.1 * Math.abs(velocity)
}

/** Brings the cart to rest, in about ten steps. */
export function skilledAction({ position, velocity }: Cart): number {
  return Math.min(1, Math.max(-1, -1.5 * position - 2 * velocity))
}

export interface CartEpisode extends ReplayEpisode {
  /** [steps] */
  readonly rewards: Float32Array
}

/** @param choose an action, handed over unclipped */
export async function driveCart(
  start: Cart,
  steps: number,
  choose: (cart: Cart) => number | Promise<number>,
): Promise<CartEpisode> {
  const observations = new Float32Array((steps + 1) * 2)
  const [actions, rewards] = [new Float32Array(steps), new Float32Array(steps)]
  let cart = start
  observations.set([cart.position, cart.velocity])
  for (let step = 0; step < steps; step++) {
    actions[step] = await choose(cart)
    cart = moveCart(cart, actions[step]!)
    observations.set([cart.position, cart.velocity], 2 * (step + 1))
    rewards[step] = cartReward(cart)
  }
  return { observations, actions, rewards }
}

const JUDGED = 16

/** Mean distance from the origin in the last ten of forty steps, over carts that start at rest; doing nothing leaves 0.75. */
export async function cartMiss(learner: Learner): Promise<number> {
  const random = randomStream(5, 'judged carts')
  let carts = Array.from({ length: JUDGED }, (_, i): Cart => {
    const side = i % 2 === 0 ? 1 : -1
    return { position: side * random.uniform(0.5, 1), velocity: 0 }
  })
  let miss = 0
  for (let step = 0; step < 40; step++) {
    const observations = Float32Array.from(carts.flatMap(({ position, velocity }) => [position, velocity]))
    const actions = await learner.act(observations, JUDGED, 'exploit')
    carts = carts.map((cart, i) => moveCart(cart, actions[i]!))
    if (step >= 30) miss += carts.reduce((sum, { position }) => sum + Math.abs(position), 0) / JUDGED
  }
  return miss / 10
}
