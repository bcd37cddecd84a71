import { expect, test } from 'vitest'
import { moveAction } from '../../../envs/metaworld/expert.ts'

test('an action is gain times distance, clipped, with the grip last', () => {
  const out = new Float32Array(4)
  const action = moveAction({ to: [0.05, 0.5, 0.2], gain: 10, grip: -1 }, [0, 0.8, 0.2], out)
  expect(action).toBe(out)
  expect(Array.from(action)).toEqual([0.5, -1, 0, -1])
})
