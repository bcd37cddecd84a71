import { describe, expect, test } from 'vitest'
import { mean } from '../../../lab/statistics/quantile.ts'
import type { Strata } from '../../../lab/statistics/strata.ts'
import { stratifiedIntervals } from '../../../lab/statistics/stratified-bootstrap.ts'
import { randomStream } from '../../../sim/random.ts'

const random = () => randomStream(3, 'strata')
const grandMean = ([strata = []]: readonly Strata[]) => [mean(strata.map(mean))]

describe('stratified intervals', () => {
  test('keep to the runs of each task: tasks that are far apart add no width', () => {
    const apart = [
      [0, 0, 0],
      [100, 100, 100],
    ]
    expect(stratifiedIntervals([apart], grandMean, { random: random() })).toEqual([[50, 50]])
  })

  test('cover the truth about as often as they say, with few runs on each of several tasks', () => {
    const draws = randomStream(1, 'truth')
    let covered = 0
    for (let trial = 0; trial < 200; trial++) {
      const strata = [0, 1, 2, 3, 4, 5].map((task) => Array.from({ length: 10 }, () => task + draws.normal()))
      const [[low, high] = [0, 0]] = stratifiedIntervals([strata], grandMean, { random: draws, resamples: 200 })
      if (low <= 2.5 && high >= 2.5) covered++
    }
    expect(covered / 200).toBeGreaterThan(0.86)
    expect(covered / 200).toBeLessThan(0.99)
  })

  test('draw two samples independently: the same runs on both sides still vary against each other', () => {
    const runs = [[0, 1, 2, 3, 4, 5]]
    const difference = ([a, b]: readonly Strata[]) => [grandMean([a!])[0]! - grandMean([b!])[0]!]
    const [[low, high] = [0, 0]] = stratifiedIntervals([runs, runs], difference, { random: random() })
    expect(low).toBeLessThan(-1)
    expect(high).toBeGreaterThan(1)
  })

  test('repeat with the seed and leave the scores as they were', () => {
    const runs = [[3, 1, 2, 9]]
    const once = stratifiedIntervals([runs], grandMean, { random: random() })
    expect(stratifiedIntervals([runs], grandMean, { random: random() })).toEqual(once)
    expect(runs).toEqual([[3, 1, 2, 9]])
  })

  test('take tasks with unequally many runs', () => {
    const [[low, high] = [0, 0]] = stratifiedIntervals([[[1], [2, 4]]], grandMean, { random: random() })
    expect([low, high]).toEqual([1.5, 2.5])
  })

  test('need a run on every task', () => {
    expect(() => stratifiedIntervals([[[1], []]], grandMean, { random: random() })).toThrow(
      'task 2 has no runs; a stratified bootstrap needs at least one',
    )
    expect(() => stratifiedIntervals([[]], grandMean, { random: random() })).toThrow('needs at least one task')
  })
})
