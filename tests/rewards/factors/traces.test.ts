import { expect, test } from 'vitest'
import { episodeTraces } from '../../../rewards/factors/traces.ts'

const base = { success: Float32Array.of(0, 0, 1, 1), actionSize: 4, seconds: 0.1, reach: 0.02 }
const push = (x: number) => [x, 0, 0, 1]

test('a hand that does what it is told shows no resistance, and no jerk once it moves evenly', () => {
  const hand = Float32Array.from([0, 1, 2, 3, 4].flatMap((step) => [0.02 * step, 0.5, 0.1]))
  const traces = episodeTraces({ ...base, hand, actions: Float32Array.from([1, 1, 1, 1].flatMap(push)) })
  const close = (name: string, values: number[]) =>
    values.forEach((value, step) => void expect(traces[name]![step]).toBeCloseTo(value, 5))
  close('travel', [0.02, 0.02, 0.02, 0.02])
  close('resistance', [0, 0, 0, 0])
  close('jerk', [0, 0, 0, 0])
  close('hand-x', [0.02, 0.04, 0.06, 0.08])
  close('energy', [0.5, 0.5, 0.5, 0.5])
  expect([...traces.success!]).toEqual([0, 0, 1, 1])
})

test('a hand that is held shows what it was told and did not do; a sudden move shows as jerk', () => {
  const hand = Float32Array.from([0, 0, 0, 0.01, 0.01].flatMap((x) => [x, 0.5, 0.1]))
  const traces = episodeTraces({ ...base, hand, actions: Float32Array.from([0.5, 0.5, 0.5, 0].flatMap(push)) })
  expect(traces.resistance![0]).toBeCloseTo(0.01, 6)
  expect(traces.resistance![2]).toBeCloseTo(0, 6)
  expect(traces.jerk![2]).toBeCloseTo(0.01 / 0.001, 3)
  expect(traces.jerk![3]).toBeCloseTo(0.02 / 0.001, 3)
})

test('where nobody knows the hand, success and energy are all there is', () => {
  expect(Object.keys(episodeTraces({ ...base, actions: new Float32Array(16) }))).toEqual(['success', 'energy'])
})
