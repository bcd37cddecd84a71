import { describe, expect, test } from 'vitest'
import { EvidenceStore } from '../../../rewards/teachers/evidence-store.ts'

const ramp = (length: number, scale = 1) => Float32Array.from({ length }, (_, i) => i * scale)

test('a segment is cut out of rewards and terms alike', () => {
  const store = new EvidenceStore({ capacity: 100 })
  store.add('a', { rewards: ramp(10), terms: { near: ramp(10, 2), open: ramp(10, 3) } })
  const { rewards, terms } = store.segment({ episode: 'a', start: 3, length: 2 })
  expect([...rewards]).toEqual([3, 4])
  expect(Object.fromEntries(Object.entries(terms).map(([name, values]) => [name, [...values]]))).toEqual({
    near: [6, 8],
    open: [9, 12],
  })
})

test('a segment that leaves its episode is refused', () => {
  const store = new EvidenceStore({ capacity: 100 })
  store.add('a', { rewards: ramp(10), terms: {} })
  expect(() => store.segment({ episode: 'a', start: 8, length: 3 })).toThrow(
    "segment 8 .. 10 leaves episode 'a' of 10 steps",
  )
})

test('terms of another length than the rewards are refused', () => {
  const store = new EvidenceStore({ capacity: 100 })
  expect(() => store.add('a', { rewards: ramp(10), terms: { near: ramp(9) } })).toThrow(
    "episode 'a': term 'near' has 9 steps, the rewards have 10",
  )
})

describe('the context', () => {
  const flat = (length: number, value: number) => new Float32Array(length).fill(value)

  test('is the mean return and length of the newest episodes', () => {
    const store = new EvidenceStore({ capacity: 1000, contextEpisodes: 2 })
    store.add('old', { rewards: flat(50, 100), terms: {} })
    store.add('b', { rewards: flat(10, 1), terms: {} })
    store.add('c', { rewards: flat(20, 2), terms: {} })
    expect(store.context()).toEqual({ meanEpisodeReturn: 25, episodeLength: 15 })
  })

  test('takes ten episodes unless told otherwise', () => {
    const store = new EvidenceStore({ capacity: 1000 })
    for (let i = 0; i < 20; i++) store.add(`${i}`, { rewards: flat(1, i), terms: {} })
    expect(store.context().meanEpisodeReturn).toBe(14.5)
  })

  test('of nothing is refused', () => {
    expect(() => new EvidenceStore({ capacity: 10 }).context()).toThrow('no episode in store')
  })
})
