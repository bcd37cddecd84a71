import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { IndexedLabel } from '../../../rewards/alignment/source-labels.ts'
import { mostConfident, targetScores, transferOf, turned } from '../../../rewards/alignment/transfer.ts'
import { uniform } from '../../../rewards/transport/marginals.ts'
import { zeros } from '../../../rewards/transport/matrix.ts'

/** A plan that gives each source segment to one target segment. */
function permutation(places: readonly number[]) {
  const plan = zeros(places.length, places.length)
  places.forEach((target, source) => {
    plan.values[source * places.length + target] = 1 / places.length
  })
  return plan
}

/** All pairs of segments whose quality is given. */
function allLabels(quality: readonly number[]): IndexedLabel[] {
  return quality.flatMap((good, first) =>
    quality.slice(first + 1).map((other, index) => {
      return { first, second: first + 1 + index, label: (Math.sign(good - other) + 1) / 2 }
    }),
  )
}

const labels = allLabels([3, 2, 1])
const identity = { plan: permutation([0, 1, 2]), q: uniform(3), labels }

describe('conditional weights', () => {
  test('return the exact labels for the identity coupling, either way round', () => {
    const transfer = transferOf({ ...identity, weights: 'conditional' })
    for (const { first, second, label } of labels) {
      expect(transfer(first, second).label).toBeCloseTo(label, 12)
      expect(transfer(second, first).label).toBeCloseTo(1 - label, 12)
    }
    expect(transfer(1, 1)).toMatchObject({ label: 0.5, confidence: 0 })
  })

  test('are the weighted sum over all pairs where all are labelled', () => {
    const plan = zeros(2, 2)
    plan.values.set([0.4, 0.1, 0.1, 0.4])
    const transfer = transferOf({ plan, q: uniform(2), labels: allLabels([2, 1]), weights: 'conditional' })
    // P = [[.8, .2], [.2, .8]]: z(0, 1) = .8 .8 1 + .2 .2 0 + (.8 .2 + .2 .8) .5
    expect(transfer(0, 1).label).toBeCloseTo(0.64 + 0.16, 12)
    expect(transfer(0, 1).confidence).toBeCloseTo(0.6, 12)
  })

  test('lie between 0 and 1 and turn with their pair, whatever the plan', () => {
    const anyPlan = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 })
    const someLabels = fc.array(
      fc.record({
        first: fc.integer({ min: 0, max: 2 }),
        second: fc.constant(3 - 1),
        label: fc.constantFrom(0, 0.5, 1),
      }),
      { minLength: 1, maxLength: 8 },
    )
    fc.assert(
      fc.property(anyPlan, someLabels, (values, given) => {
        const plan = zeros(3, 4)
        plan.values.set(values)
        const decided = given.filter(({ first, second }) => first !== second)
        const transfer = transferOf({ plan, q: uniform(4), labels: decided, weights: 'conditional' })
        for (let first = 0; first < 4; first++) {
          for (let second = 0; second < 4; second++) {
            const { label } = transfer(first, second)
            expect(label).toBeGreaterThanOrEqual(0)
            expect(label).toBeLessThanOrEqual(1)
            expect(label + transfer(second, first).label).toBeCloseTo(1, 9)
          }
        }
      }),
    )
  })

  test('follow the segments when these are put in another order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (places) => {
        const known = allLabels([5, 4, 3, 2, 1])
        const transfer = transferOf({ plan: permutation(places), q: uniform(5), labels: known, weights: 'conditional' })
        for (const { first, second, label } of known) {
          expect(transfer(places[first]!, places[second]!).label).toBeCloseTo(label, 12)
        }
      }),
    )
  })

  test('know nothing of pairs that no labelled pair is matched with', () => {
    const transfer = transferOf({ ...identity, labels: labels.slice(0, 1), weights: 'conditional' })
    expect(transfer(1, 2)).toMatchObject({ label: 0.5, confidence: 0 })
  })
})

test('the published weights make a ninth of a label of three segments', () => {
  const transfer = transferOf({ ...identity, weights: 'published' })
  expect(transfer(0, 1).label).toBeCloseTo(1 / 9, 12)
  expect(transfer(1, 0).label).toBe(0)
})

test('turned labels are the others, as confident', () => {
  const transfer = transferOf({ ...identity, weights: 'conditional' })
  expect(turned(transfer)(0, 2)).toEqual({ first: 0, second: 2, label: 0, confidence: 1 })
})

test('scores order the target as the labels do', () => {
  const scores = targetScores(transferOf({ ...identity, weights: 'conditional' }), 3)
  expect([...scores]).toEqual([1, 0.5, 0])
})

describe('keeping the confident part', () => {
  const given = [0.5, 0.9, 0.2, 1].map((label, first) => {
    return { first, second: 9, label, confidence: Math.abs(2 * label - 1) }
  })

  test('keeps the share that is farthest from undecided', () => {
    expect(mostConfident(given, 0.5).map(({ label }) => label)).toEqual([1, 0.9])
    expect(mostConfident(given, 1)).toHaveLength(4)
    expect(mostConfident(given, 0.01)).toHaveLength(1)
  })

  test.each([0, -1, 1.5, Number.NaN])('refuses a share of %d', (share) => {
    expect(() => mostConfident(given, share)).toThrow(`the share to keep is ${share}, expected above 0, at most 1`)
  })
})
