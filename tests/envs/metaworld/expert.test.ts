import { expect, test } from 'vitest'
import { CLOSE, heldOpening, moveAction, OPEN, pickUp } from '../../../envs/metaworld/expert.ts'

test('an action is gain times distance, clipped, with the grip last', () => {
  const out = new Float32Array(4)
  const action = moveAction({ to: [0.05, 0.5, 0.2], gain: 10, grip: -1 }, [0, 0.8, 0.2], out)
  expect(action).toBe(out)
  expect(Array.from(action)).toEqual([0.5, -1, 0, -1])
})

const AT = [0, 0.6, 0.02] as const
const BLOCK = { at: AT, halfWidth: 0.02 }

test('picking up goes over the object, down to it, closes, and is over once it is held', () => {
  expect(pickUp([0.1, 0.6, 0.15], 1, BLOCK)).toEqual({ to: [0, 0.6, 0.1], gain: 10, grip: OPEN })
  expect(pickUp([0.005, 0.6, 0.15], 1, BLOCK)).toEqual({ to: AT, gain: 10, grip: OPEN })
  expect(pickUp([0, 0.6, 0.03], 1, BLOCK)).toEqual({ to: AT, gain: 10, grip: CLOSE })
  expect(pickUp([0, 0.6, 0.03], 0.65, BLOCK)).toBeUndefined()
})

test('the wider the object, the better the hand has to be aligned before it goes down', () => {
  const wide = { at: AT, halfWidth: 0.03 }
  expect(pickUp([0.005, 0.6, 0.15], 1, wide)).toEqual({ to: [0, 0.6, 0.1], gain: 10, grip: OPEN })
  expect(pickUp([0.003, 0.6, 0.15], 1, wide)).toEqual({ to: AT, gain: 10, grip: OPEN })
})

test('fingers around an object hold it, fingers a few millimetres wider do not', () => {
  // Finger centres are half a finger, 6 mm, outside the object; open is 40 mm from the middle.
  expect(heldOpening(0.02)).toBeGreaterThan(0.026 / 0.04)
  expect(heldOpening(0.02)).toBeLessThan(0.029 / 0.04)
  expect(heldOpening(0.034)).toBeLessThan(1)
})
