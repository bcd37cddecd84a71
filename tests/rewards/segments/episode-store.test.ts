import { expect, test } from 'vitest'
import type { Evidence } from '../../../rewards/contract.ts'
import { EpisodeStore } from '../../../rewards/segments/episode-store.ts'

const ramp = (length: number) => Float32Array.from({ length }, (_, i) => i)

test('a segment is a copy of its window of rows', () => {
  const store = new EpisodeStore({ inputSize: 2, capacity: 100 })
  const rows = ramp(20)
  store.add({ id: 'a', gatheredBy: 'policy', rows })
  rows.fill(-1)
  const segment = store.segment({ episode: 'a', start: 3, length: 2 })
  expect([...segment.rows]).toEqual([6, 7, 8, 9])
  expect(segment.ref).toEqual({ episode: 'a', start: 3, length: 2 })
  segment.rows.fill(0)
  expect([...store.segment(segment.ref).rows]).toEqual([6, 7, 8, 9])
})

test('a segment outlives the episode that it was cut from', () => {
  const store = new EpisodeStore({ inputSize: 1, capacity: 10 })
  store.add({ id: 'a', gatheredBy: 'policy', rows: ramp(10) })
  const segment = store.segment({ episode: 'a', start: 0, length: 3 })
  store.add({ id: 'b', gatheredBy: 'policy', rows: ramp(10) })
  expect(() => store.segment(segment.ref)).toThrow("no episode 'a' in store")
  expect([...segment.rows]).toEqual([0, 1, 2])
})

test('a window that leaves its episode is refused', () => {
  const store = new EpisodeStore({ inputSize: 2, capacity: 100 })
  store.add({ id: 'a', gatheredBy: 'policy', rows: ramp(20) })
  expect(() => store.segment({ episode: 'a', start: 9, length: 2 })).toThrow(
    "segment 9 .. 10 leaves episode 'a' of 10 steps",
  )
})

test.each([
  [new Float32Array(0), "episode 'a' has 0 numbers, expected some rows of 2"],
  [new Float32Array(3), "episode 'a' has 3 numbers, expected some rows of 2"],
  [Float32Array.of(1, 2, 3, Number.NaN), "episode 'a' has NaN in column 1 of step 1"],
  [Float32Array.of(1, 2, Number.POSITIVE_INFINITY, 3), "episode 'a' has Infinity in column 0 of step 1"],
])('rows that cannot be learned from are refused: %s', (rows, message) => {
  const store = new EpisodeStore({ inputSize: 2, capacity: 100 })
  expect(() => store.add({ id: 'a', gatheredBy: 'policy', rows })).toThrow(message)
  expect(store.episodes()).toEqual([])
})

test('statistics are over everything in store', () => {
  const store = new EpisodeStore({ inputSize: 1, capacity: 100 })
  store.add({ id: 'a', gatheredBy: 'policy', rows: Float32Array.of(1, 3) })
  store.add({ id: 'b', gatheredBy: 'policy', rows: Float32Array.of(5, 7) })
  const { mean, deviation } = store.statistics()
  expect(mean[0]).toBe(4)
  expect(deviation[0]).toBeCloseTo(Math.sqrt(5), 6)
})

test('true rewards cannot enter: evidence is no episode, and what is stored has no place for it', () => {
  const evidence: Evidence = { rewards: ramp(4), terms: {} }
  const store = new EpisodeStore({ inputSize: 1, capacity: 10 })
  // @ts-expect-error evidence lacks all that an episode has
  expect(() => store.add(evidence)).toThrow()
  store.add({ ...evidence, id: 'a', gatheredBy: 'policy', rows: ramp(4) })
  expect(Object.keys(store.episodes()[0]!).sort()).toEqual(['gatheredBy', 'id', 'rows', 'steps'])
})
