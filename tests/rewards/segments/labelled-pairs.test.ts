import { describe, expect, test } from 'vitest'
import { LabelledPairs } from '../../../rewards/segments/labelled-pairs.ts'
import type { SegmentPair } from '../../../rewards/segments/segment.ts'

const ref = { episode: 'a', start: 0, length: 2 }

function pairOf(first: number, second: number): SegmentPair {
  return {
    first: { ref, rows: new Float32Array(6).fill(first) },
    second: { ref, rows: new Float32Array(6).fill(second) },
  }
}

function filled(count: number, heldOutShare: number): LabelledPairs {
  const pairs = new LabelledPairs({ inputSize: 3, length: 2, heldOutShare })
  for (let i = 0; i < count; i++) pairs.add(`${i}`, pairOf(i, -i), i % 2)
  return pairs
}

test('a pair is copied, first segment first', () => {
  const pairs = new LabelledPairs({ inputSize: 3, length: 2, heldOutShare: 0 })
  const pair = pairOf(1, 2)
  pairs.add('w-1', pair, 0.5)
  pair.first.rows.fill(9)
  expect(pairs.all()).toEqual([
    { id: 'w-1', rows: Float32Array.of(1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2), label: 0.5, heldOut: false },
  ])
})

describe('held-out pairs', () => {
  test.each([
    [0, []],
    [0.1, ['9', '19']],
    [0.5, ['1', '3', '5', '7', '9', '11', '13', '15', '17', '19']],
  ])('a share of %f of 20', (share, expected) => {
    const pairs = filled(20, share)
    expect(pairs.heldOut().map(({ id }) => id)).toEqual(expected)
    expect(pairs.training()).toHaveLength(20 - expected.length)
  })

  test('stay held out when others are added and removed', () => {
    const pairs = filled(20, 0.1)
    expect(pairs.remove('4')).toBe(true)
    expect(pairs.remove('4')).toBe(false)
    pairs.add('20', pairOf(0, 0), 1)
    expect(pairs.heldOut().map(({ id }) => id)).toEqual(['9', '19'])
    expect(pairs.training().map(({ id }) => id)).not.toContain('4')
  })

  test('stay held out after a restart, and the next go on in turn', () => {
    const pairs = new LabelledPairs({ inputSize: 3, length: 2, heldOutShare: 0.1 })
    pairs.restore(filled(15, 0.1).all())
    for (let i = 15; i < 20; i++) pairs.add(`${i}`, pairOf(i, -i), 1)
    expect(pairs.heldOut().map(({ id }) => id)).toEqual(['9', '19'])
  })
})

describe('refused are', () => {
  test('segments of another size', () => {
    const pairs = new LabelledPairs({ inputSize: 3, length: 3, heldOutShare: 0 })
    expect(() => pairs.add('w-1', pairOf(1, 2), 1)).toThrow("a segment of 'a' has 6 numbers, expected 3 steps of 3")
    expect(() => pairs.restore(filled(1, 0).all())).toThrow("a segment of '0' has 6 numbers, expected 3 steps of 3")
  })

  test.each([-1, 1.5, Number.NaN])('the label %f', (label) => {
    expect(() => filled(0, 0).add('w-1', pairOf(1, 2), label)).toThrow(
      `found the label ${label}, expected a number from 0 to 1`,
    )
  })

  test('an id that is there already', () => {
    expect(() => filled(3, 0).add('1', pairOf(1, 2), 1)).toThrow("the pair '1' was added already")
  })
})
