import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addLevel,
  changeLevel,
  type Level,
  levelText,
  moveLevel,
  parseLevel,
  removeLevel,
} from '../../../../viewer/client/rank/levels.ts'

const level: fc.Arbitrary<Level> = fc
  .record({
    factor: fc.constantFrom('open', 'path-length', 'near - 2 * energy', 'more-or-less'),
    better: fc.constantFrom('more' as const, 'less' as const),
    margin: fc.option(fc.double({ min: 0, max: 1e6, noNaN: true, noDefaultInfinity: true }).map((x) => x + 0)),
    unit: fc.constantFrom('own' as const, 'sd' as const),
  })
  .map((each) => (each.margin === null ? { ...each, unit: 'sd' as const } : each))

const named = (...names: string[]): Level[] =>
  names.map((factor) => ({ factor, better: 'more', margin: null, unit: 'sd' }))
const names = (levels: readonly Level[]) => levels.map(({ factor }) => factor).join('')

test.each<[string, Level]>([
  ['open', { factor: 'open', better: 'more', margin: null, unit: 'sd' }],
  ['more open', { factor: 'open', better: 'more', margin: null, unit: 'sd' }],
  ['less path-length beyond 0.5sd', { factor: 'path-length', better: 'less', margin: 0.5, unit: 'sd' }],
  [' less energy beyond 2e-3 ', { factor: 'energy', better: 'less', margin: 0.002, unit: 'own' }],
  ['near - 2 * energy beyond .1 sd', { factor: 'near - 2 * energy', better: 'more', margin: 0.1, unit: 'sd' }],
])('%j is read', (text, expected) => {
  expect(parseLevel(text)).toEqual(expected)
})

test('what is written is read again as it was', () => {
  fc.assert(
    fc.property(level, (each) => {
      expect(parseLevel(levelText(each))).toEqual(each)
    }),
  )
})

test('a moved level keeps all others in their order', () => {
  expect(names(moveLevel(named('a', 'b', 'c', 'd'), 3, 1))).toBe('adbc')
  expect(names(moveLevel(named('a', 'b', 'c', 'd'), 0, 2))).toBe('bcad')
})

test('a move to nowhere, from nowhere or to the same place changes nothing', () => {
  const levels = named('a', 'b')
  for (const [from, to] of [
    [0, 2],
    [0, -1],
    [5, 0],
    [1, 1],
  ] as const) {
    expect(moveLevel(levels, from, to)).toBe(levels)
  }
})

test('levels are added last, changed in their place and removed', () => {
  const levels = addLevel(named('a', 'b'), 'c')
  expect(levels.at(-1)).toEqual({ factor: 'c', better: 'more', margin: null, unit: 'sd' })
  expect(changeLevel(levels, 1, { better: 'less' }).map(({ better }) => better)).toEqual(['more', 'less', 'more'])
  expect(names(removeLevel(levels, 1))).toBe('ac')
})
