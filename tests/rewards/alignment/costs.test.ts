import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { betweenCosts, featureRanks, insideCosts } from '../../../rewards/alignment/costs.ts'
import { featureWeights } from '../../../rewards/alignment/feature-weights.ts'
import { rankAgreement, relativeRanks } from '../../../rewards/alignment/ranks.ts'
import { taskFreeFeatures } from '../../../rewards/alignment/task-free.ts'
import { CHANNELS, type SegmentTrack } from '../../../rewards/alignment/track.ts'
import { randomStream } from '../../../sim/random.ts'
import { reachTrack } from '../../support/tracks.ts'

const random = randomStream(1, 'costs')
const tracks = [0, 0.3, 0.6, 1].map((quality) =>
  reachTrack({ goal: [0.1, 0.2, 0], noise: 0.001 }, quality, random, `${quality}`),
)

/** The same segments in other units. */
const scaled = (track: SegmentTrack, by: number): SegmentTrack => ({
  ...track,
  states: track.states.map((value) => value * by),
  origin: track.origin.map((value) => value * by),
})

describe('distances inside a task', () => {
  const costs = insideCosts(tracks)
  const at = (i: number, k: number) => costs.values[i * tracks.length + k]!

  test('are symmetric, 0 to themselves, 1 for the farthest, and grow with what was covered', () => {
    for (let i = 0; i < tracks.length; i++) {
      expect(at(i, i)).toBe(0)
      for (let k = 0; k < i; k++) expect(at(i, k)).toBe(at(k, i))
    }
    expect(Math.max(...costs.values)).toBe(1)
    expect(at(0, 1)).toBeLessThan(at(0, 2))
    expect(at(0, 2)).toBeLessThan(at(0, 3))
  })

  test('do not depend on units', () => {
    const others = insideCosts(tracks.map((track) => scaled(track, 1000)))
    others.values.forEach((value, index) => {
      expect(value).toBeCloseTo(costs.values[index]!, 9)
    })
  })

  test('of segments that are all the same are 0 and no NaN', () => {
    expect([...insideCosts([tracks[1]!, tracks[1]!, tracks[1]!]).values]).toEqual(Array(9).fill(0))
  })
})

test('costs between tasks compare ranks, feature by feature, each by its weight', () => {
  const first = [Float64Array.of(0, 1), Float64Array.of(1, 0)]
  const second = [Float64Array.of(0, 0.5, 1), Float64Array.of(1, 0.5, 1)]
  const costs = (weights: number[]) => [...betweenCosts({ first, second, weights }).values]
  expect(costs([1, 0])).toEqual([0, 0.25, 1, 1, 0.25, 0])
  expect(costs([0.5, 0.5])).toEqual([0, 0.25, 0.5, 1, 0.25, 0.5])
})

describe('task-free features', () => {
  const featureOf = (id: string, track: SegmentTrack) => taskFreeFeatures.find((each) => each.id === id)!.of(track)
  /** The hand goes 0.1 m a decision along x and turns at the third; the object moves at the second. */
  const hand = [0, 0.1, 0.2, 0.3, 0.2]
  const object = [0, 0, 0.004, 0.05, 0.3]
  const track: SegmentTrack = {
    ref: { episode: 'plain', start: 0, length: 4 },
    states: Float64Array.from(hand.flatMap((x, step) => [x, 0, 0, 0, object[step]!, 0, 1])),
    origin: new Float64Array(CHANNELS),
  }

  test.each([
    ['displacement', 0.3],
    ['contact', 2],
    ['distance', (0.1 + Math.hypot(0.2, 0.004) + Math.hypot(0.3, 0.05) + Math.hypot(0.2, 0.3)) / 4],
    ['path', 0.4],
    ['roughness', 0.2],
  ])('%s of a plain segment is %d', (id, expected) => {
    expect(featureOf(id, track)).toBeCloseTo(expected, 4)
  })

  test('of an object that never moves, contact comes after the segment', () => {
    const still = { ...track, states: track.states.map((value, index) => (index % CHANNELS === 4 ? 0 : value)) }
    expect(featureOf('contact', still)).toBe(4)
    expect(featureOf('displacement', still)).toBe(0)
  })

  test('have one column of ranks each', () => {
    const ranks = featureRanks(tracks)
    expect(ranks).toHaveLength(taskFreeFeatures.length)
    expect([...ranks[0]!]).toEqual([0, 1 / 3, 2 / 3, 1])
  })
})

describe('weights of features', () => {
  const scores = Float64Array.of(0, 0.2, 0.7, 1)
  const along = Float64Array.of(0, 1 / 3, 2 / 3, 1)

  test('grow with how much a feature goes with the labels, whichever way', () => {
    const across = along.map((rank) => 1 - rank)
    const astray = Float64Array.of(1 / 3, 1, 0, 2 / 3)
    expect(featureWeights([along, across], scores)).toEqual([0.5, 0.5])
    expect(featureWeights([along, astray], scores)[1]).toBeLessThan(0.1)
  })

  test('are equal where no feature does', () => {
    expect(featureWeights([along, along], Float64Array.of(1, 1, 1, 1))).toEqual([0.5, 0.5])
  })
})

describe('ranks', () => {
  test('lie between 0 and 1, follow the order, and equal values share theirs', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 2, maxLength: 20 }), (values) => {
        const ranks = relativeRanks(values)
        values.forEach((one, i) => {
          expect(ranks[i]).toBeGreaterThanOrEqual(0)
          expect(ranks[i]).toBeLessThanOrEqual(1)
          values.forEach((other, k) => {
            expect(Math.sign(ranks[i]! - ranks[k]!)).toBe(Math.sign(one - other))
          })
        })
      }),
    )
  })

  test('agree with themselves, disagree with their reverse, and say nothing of what is constant', () => {
    const ranks = relativeRanks([3, 1, 2, 5])
    expect(rankAgreement(ranks, ranks)).toBeCloseTo(1, 12)
    expect(rankAgreement(ranks, relativeRanks([-3, -1, -2, -5]))).toBeCloseTo(-1, 12)
    expect(rankAgreement(ranks, relativeRanks([7, 7, 7, 7]))).toBe(0)
  })
})
