// Offline: the cart, learned from a hand that does the right thing a third of the time and its opposite otherwise. To clone
// the hand is to push the cart away.

import { skilledAction } from './cart.ts'
import { cartToy } from './off-policy.ts'

const SKILLED = 1 / 3

export const offlineToy = cartToy((cart, random) => {
  const action = skilledAction(cart) * (random.uniform(0, 1) < SKILLED ? 1 : -1)
  return Math.min(1, Math.max(-1, action + 0.1 * random.normal()))
})
