import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseSweepFile } from '../../../../lab/sweep/file/read-file.ts'
import { alternatives } from '../../../../lab/sweep/plan/alternatives.ts'

const of = (text: string) => alternatives(parseSweepFile(`preset: smoke\nout: a\n${text}`, 'a.yaml'), 'a.yaml')
const plain = (text: string) => of(text).map(({ settings }) => Object.fromEntries(settings))

test('a file without alternatives asks for one run', () => {
  expect(plain('')).toEqual([{}])
})

test('a grid is every combination, the last key changing fastest, and seeds faster still', () => {
  expect(plain('grid: {labels: [1, 2], teacher: [oracle, skip]}\nseeds: [7, 8]')).toEqual([
    { labels: 1, teacher: 'oracle', seed: 7 },
    { labels: 1, teacher: 'oracle', seed: 8 },
    { labels: 1, teacher: 'skip', seed: 7 },
    { labels: 1, teacher: 'skip', seed: 8 },
    { labels: 2, teacher: 'oracle', seed: 7 },
    { labels: 2, teacher: 'oracle', seed: 8 },
    { labels: 2, teacher: 'skip', seed: 7 },
    { labels: 2, teacher: 'skip', seed: 8 },
  ])
})

test('there are as many combinations as the product of all lists', () => {
  const counts = fc.record({
    a: fc.integer({ min: 1, max: 5 }),
    b: fc.integer({ min: 1, max: 5 }),
    s: fc.integer({ min: 1, max: 5 }),
  })
  fc.assert(
    fc.property(counts, ({ a, b, s }) => {
      const list = (count: number) => JSON.stringify(Array.from({ length: count }, (_, i) => i + 1))
      expect(plain(`grid: {labels: ${list(a)}, minutes: ${list(b)}}\nseeds: ${s}`)).toHaveLength(a * b * s)
    }),
    { numRuns: 20 },
  )
})

test('a number of seeds counts from 1', () => {
  expect(plain('seeds: 3')).toEqual([{ seed: 1 }, { seed: 2 }, { seed: 3 }])
})

test('settings of a list go together', () => {
  expect(plain('list:\n- {labels: 1, teacher: skip}\n- {labels: 9}')).toEqual([
    { labels: 1, teacher: 'skip' },
    { labels: 9 },
  ])
})

test('conditions have names, and win over what is set for all', () => {
  const found = of('set: {labels: 5, sac: {width: 8}}\nconditions:\n  plain:\n  few: {labels: 1}')
  expect(
    found.map(({ condition, settings }) => [condition, settings.get('labels'), settings.get('sac.width')]),
  ).toEqual([
    ['plain', 5, 8],
    ['few', 1, 8],
  ])
})

test('what is excluded is left out: by one value, by several, by the name of a condition', () => {
  const grid = 'grid: {labels: [1, 2, 3], teacher: [oracle, skip]}\n'
  expect(plain(`${grid}exclude: [{labels: 1, teacher: skip}]`)).toHaveLength(5)
  expect(plain(`${grid}exclude: [{labels: [1, 2], teacher: skip}]`)).toHaveLength(4)
  const conditions = 'conditions: {a: , b: {labels: 4}}\nexclude: [{condition: a, seed: 2}]\nseeds: 2'
  expect(of(conditions).map(({ condition, settings }) => `${condition}${settings.get('seed')}`)).toEqual([
    'a1',
    'b1',
    'b2',
  ])
})

test.each([
  ['grid: {labls: [1]}', 'unknown key "labls" (from grid in a.yaml); nearest: labels'],
  ['set: {sac: {widht: 1}}', 'unknown key "sac.widht" (from set in a.yaml); nearest: sac.width'],
  [
    'grid: {labels: [1]}\nlist: [{labels: 2}]',
    'labels is set in two of conditions, list, grid, random and seeds (in a.yaml)',
  ],
  ['grid: {seed: [1]}\nseeds: 2', 'seed is set in two of'],
  [
    'grid: {labels: [1, 2]}\nexclude: [{teacher: skip}]',
    'exclude names teacher (in a.yaml), which this sweep does not set',
  ],
])('%j is refused', (text, message) => {
  expect(() => of(text)).toThrow(message)
})
