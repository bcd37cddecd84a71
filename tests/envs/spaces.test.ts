import { expect, test } from 'vitest'
import { boxSpace, outsideBox } from '../../envs/spaces.ts'

test('a box has as many lows as highs', () => {
  expect(boxSpace([-1, 0], [1, 2]).shape).toEqual([2])
  expect(() => boxSpace([-1], [1, 2])).toThrow('a box has as many lows as highs, found 1 and 2')
})

test('what lies in the box passes, the bounds included', () => {
  const box = boxSpace([-1, Number.NEGATIVE_INFINITY], [1, Number.POSITIVE_INFINITY])
  for (const values of [[-1, 0], [1, 1e30], new Float32Array([0.5, -7])])
    expect(outsideBox(box, values)).toBeUndefined()
})

test('what does not is named: length, entry and bounds', () => {
  const box = boxSpace([-1, -1], [1, 1])
  expect(outsideBox(box, [0])).toBe('has 1 numbers, expected 2')
  expect(outsideBox(box, [0, 1.5])).toBe('[1] is 1.5, expected -1 to 1')
  expect(outsideBox(box, [Number.NaN, 0])).toBe('[0] is NaN, expected -1 to 1')
  expect(outsideBox(box, [0, Number.NEGATIVE_INFINITY])).toBe('[1] is -Infinity, expected -1 to 1')
})
