import { describe, expect, test } from 'vitest'
import { type Curve, readOff, sampleEfficiency, stepGrid } from '../../../lab/statistics/sample-efficiency.ts'
import { randomStream } from '../../../sim/random.ts'

const short: Curve = [
  [10, 0],
  [20, 1],
]
const long: Curve = [
  [5, 0.2],
  [40, 0.9],
]

describe('the shared grid', () => {
  test('begins where all runs have been measured and ends with the longest, or with the shortest', () => {
    expect(stepGrid([short, long], { points: 4, beyond: 'hold' })).toEqual([10, 20, 30, 40])
    expect(stepGrid([short, long], { points: 3, beyond: 'cut' })).toEqual([10, 15, 20])
  })

  test('is empty where a run measured nothing, or no step is common to all', () => {
    expect(stepGrid([short, []], { points: 4, beyond: 'hold' })).toEqual([])
    expect(stepGrid([short, [[30, 1]]], { points: 4, beyond: 'cut' })).toEqual([])
    expect(stepGrid([[[7, 1]]], { points: 4, beyond: 'cut' })).toEqual([7])
  })
})

describe('a curve read off', () => {
  test('is linear between measurements, exact on them, and held before the first and after the last', () => {
    expect(readOff(short, [0, 10, 12.5, 20, 99])).toEqual([0, 0, 0.25, 1, 1])
  })

  test('takes the later of two measurements at one step', () => {
    expect(
      readOff(
        [
          [0, 1],
          [10, 2],
          [10, 5],
          [20, 6],
        ],
        [10, 15],
      )[1],
    ).toBe(5.5)
  })
})

test('runs of unequal lengths make one curve with a band around it', () => {
  const steps = stepGrid([short, long], { points: 4, beyond: 'hold' })
  const { values, intervals } = sampleEfficiency([[short, long]], steps, { random: randomStream(1, 'curve') })
  expect(values).toEqual([expect.closeTo(0.15), expect.closeTo(0.75), expect.closeTo(0.85), expect.closeTo(0.95)])
  expect(intervals[3]).toEqual([0.9, 1])
})
