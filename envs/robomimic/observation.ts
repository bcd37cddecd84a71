// Robomimic's low-dimensional observation: the hand's position 0-2 and quaternion 3-6, the fingers 7-8, the object's position
// 9-11 and quaternion 12-15, then the object as seen from the hand: from hand to object along the room's axes (19 numbers), or
// position and quaternion in the hand's frame (23 numbers). Quaternions are x, y, z, w.

import type { TurningHand } from '../../sim/hand/turning-hand.ts'
import { inverse, minus, multiply, turned } from '../../sim/vector.ts'
import type { BoxSpace } from '../contract.ts'
import { boxSpace } from '../spaces.ts'
import type { ObjectPose } from './situation.ts'
import type { Task } from './task.ts'

const HAND = 9
const SIZES = { place: HAND + 10, pose: HAND + 14 } as const

export function observationSpace({ observe }: Task): BoxSpace {
  const bounds = Array<number>(SIZES[observe.fromHand]).fill(Number.POSITIVE_INFINITY)
  return boxSpace(
    bounds.map((bound) => -bound),
    bounds,
  )
}

export function writeObservation(
  { observe }: Task,
  { hand, object }: { readonly hand: TurningHand; readonly object: ObjectPose },
  out: Float32Array,
): void {
  const { tcp, rotation } = hand
  out.set(tcp, 0)
  out.set(rotation, 3)
  out.set(hand.fingers(), 7)
  out.set(object.position, HAND)
  out.set(object.rotation, HAND + 3)
  const away = minus(object.position, tcp)
  if (observe.fromHand === 'place') {
    out.set(away, HAND + 7)
    return
  }
  const back = inverse(rotation)
  out.set(turned(back, away), HAND + 7)
  out.set(multiply(back, object.rotation), HAND + 10)
}
