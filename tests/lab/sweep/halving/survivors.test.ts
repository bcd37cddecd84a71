import { expect, test } from 'vitest'
import { survivors } from '../../../../lab/sweep/halving/survivors.ts'

const scores = (table: Record<string, number[]>) =>
  new Map(Object.entries(table).map(([name, list]) => [name, new Map(list.map((score, i) => [`push ${i}`, score]))]))
const rule = { keep: 0.5, significance: 0.05, test: 'wilcoxon' } as const

test('the better half goes on, the best first', () => {
  expect(survivors(scores({ a: [0.1, 0.2], b: [0.9, 0.8], c: [0.5, 0.6], d: [0, 0] }), rule)).toEqual(['b', 'c'])
})

test('one always goes on, and half of three are two', () => {
  expect(survivors(scores({ a: [0.1] }), { ...rule, keep: 0 })).toEqual(['a'])
  expect(survivors(scores({ a: [0.1], b: [0.2], c: [0.3] }), rule)).toEqual(['c', 'b'])
})

test('what is worse on every one of six seeds is dropped even from the better half', () => {
  const close = { a: [9, 8, 7, 9, 8, 7], b: [8, 7, 6, 8, 7, 6.5], c: [0, 0, 0, 0, 0, 0], d: [0, 0, 0, 0, 0, 0] }
  expect(survivors(scores(close), rule)).toEqual(['a'])
  expect(survivors(scores(close), { ...rule, significance: 0 })).toEqual(['a', 'b'])
})

test('pairs decide: the same means, but better here and worse there, stay together', () => {
  const mixed = { a: [9, 1, 9, 1, 9, 1.1], b: [1, 9, 1, 9, 1, 9], c: [0], d: [0] }
  expect(survivors(scores(mixed), rule)).toEqual(['a', 'b'])
})
