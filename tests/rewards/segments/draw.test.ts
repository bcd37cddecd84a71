import { describe, expect, test } from 'vitest'
import { allEpisodes, drawPairs, drawSegments } from '../../../rewards/segments/draw.ts'
import type { StoredEpisode } from '../../../rewards/segments/episode-store.ts'
import { randomStream } from '../../../sim/random.ts'

function episode(id: string, steps: number, gatheredBy = 'policy'): StoredEpisode {
  return { id, steps, gatheredBy, rows: new Float32Array(steps) }
}

const ten = Array.from({ length: 10 }, (_, i) => episode(`${i}`, 20))
const random = () => randomStream(1, 'pairs')

function shares(ids: readonly string[]): Record<string, number> {
  const result: Record<string, number> = {}
  for (const id of ids) result[id] = (result[id] ?? 0) + 1 / ids.length
  return result
}

describe('drawSegments', () => {
  test('takes every window with the same chance, also where episodes differ in length', () => {
    const episodes = [episode('short', 5), episode('too short', 3), episode('long', 7)]
    const drawn = drawSegments(episodes, { count: 6000, length: 4, sources: allEpisodes, random: random() })
    const found = shares(drawn.map((ref) => `${ref.episode} ${ref.start}`))
    expect(Object.keys(found).sort()).toEqual(['long 0', 'long 1', 'long 2', 'long 3', 'short 0', 'short 1'])
    for (const share of Object.values(found)) expect(Math.abs(share - 1 / 6)).toBeLessThan(0.025)
  })

  test('stays inside the newest episodes that it is told', () => {
    const sources = [{ newest: 3, weight: 1 }]
    const drawn = drawSegments(ten, { count: 300, length: 20, sources, random: random() })
    expect(Object.keys(shares(drawn.map((ref) => ref.episode))).sort()).toEqual(['7', '8', '9'])
  })

  test('mixes sources by weight, newest counted within what each gathered', () => {
    const episodes = [
      ...ten,
      ...Array.from({ length: 4 }, (_, i) => episode(`explore ${i}`, 20, 'explore')),
      episode('z', 20),
    ]
    const sources = [
      { gatheredBy: 'policy', newest: 2, weight: 3 },
      { gatheredBy: 'explore', newest: 1, weight: 1 },
    ]
    const drawn = drawSegments(episodes, { count: 4000, length: 10, sources, random: random() })
    const found = shares(drawn.map((ref) => ref.episode))
    expect(Object.keys(found).sort()).toEqual(['9', 'explore 3', 'z'])
    expect(Math.abs(found['explore 3']! - 0.25)).toBeLessThan(0.03)
    expect(Math.abs(found.z! - 0.375)).toBeLessThan(0.03)
  })

  test('passes over a source that holds nothing yet', () => {
    const sources = [{ gatheredBy: 'explore', weight: 5 }, { weight: 1 }]
    expect(drawSegments(ten, { count: 10, length: 20, sources, random: random() })).toHaveLength(10)
  })

  test('gives the same segments for the same random numbers', () => {
    const options = { count: 50, length: 5, sources: allEpisodes }
    expect(drawSegments(ten, { ...options, random: random() })).toEqual(
      drawSegments(ten, { ...options, random: random() }),
    )
  })

  test.each([
    ['nothing is stored', [], allEpisodes, '0 episodes are stored, the longest has 0 steps'],
    ['all are too short', [episode('a', 4)], allEpisodes, '1 episodes are stored, the longest has 4 steps'],
    ['no source holds any', ten, [{ gatheredBy: 'expert', weight: 1 }], '10 episodes are stored'],
    ['no source has weight', ten, [{ weight: 0 }], '10 episodes are stored'],
  ])('says what is missing when %s', (_, episodes, sources, message) => {
    const draw = () => drawSegments(episodes, { count: 1, length: 5, sources, random: random() })
    expect(draw).toThrow('no segment of 5 steps to draw: ')
    expect(draw).toThrow(message)
  })
})

describe('drawPairs', () => {
  test('never pairs a window with itself', () => {
    const few = [episode('a', 6)]
    const pairs = drawPairs(few, { count: 500, length: 5, sources: allEpisodes, random: random() })
    expect(pairs).toHaveLength(500)
    expect(pairs.filter(([first, second]) => first.start === second.start)).toEqual([])
    expect(shares(pairs.map(([first]) => `${first.start}`))['0']).toBeGreaterThan(0.4)
  })

  test('says so when there is one window only', () => {
    expect(() => drawPairs([episode('a', 5)], { count: 1, length: 5, sources: allEpisodes, random: random() })).toThrow(
      'there is only one segment of 5 steps to draw; a pair needs two',
    )
  })
})
