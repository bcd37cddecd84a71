import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Evidence } from '../../../rewards/contract.ts'
import { FactorError, UnknownFactorError } from '../../../rewards/factors/errors.ts'
import { checkNames, factorSteps, factorValue, factorWords, parseFactor } from '../../../rewards/factors/factor.ts'

const usual = { unit: 'deviations', size: 1 } as const
const factor = (text: string) => parseFactor(text, usual)

/** @param series terms; traces have a name that begins with `hand` */
function segment(series: Readonly<Record<string, readonly number[]>>): Evidence {
  const length = Object.values(series)[0]!.length
  const arrays = Object.entries(series).map(([name, values]) => [name, Float32Array.from(values)] as const)
  return {
    rewards: new Float32Array(length),
    terms: Object.fromEntries(arrays.filter(([name]) => !name.startsWith('hand'))),
    traces: Object.fromEntries(arrays.filter(([name]) => name.startsWith('hand'))),
  }
}

const worth = (text: string, series: Readonly<Record<string, readonly number[]>>) =>
  factorValue(factor(text), segment(series))

describe('a factor', () => {
  test.each([
    ['open', 'open', 'more', usual],
    ['less path-length beyond 0.5sd', 'path-length', 'less', { unit: 'deviations', size: 0.5 }],
    [
      'more last(open) - 0.1 * effort beyond 0.02',
      'last(open) - 0.1 * effort',
      'more',
      { unit: 'absolute', size: 0.02 },
    ],
    ['success beyond 0', 'success', 'more', { unit: 'absolute', size: 0 }],
  ])('%s is read as it is written', (text, name, better, margin) => {
    expect(factor(text)).toMatchObject({ name, better, margin })
  })

  test('is worth its mean over the steps, turned round where less is better', () => {
    expect(worth('open', { open: [1, 2, 6] })).toBe(3)
    expect(worth('less open', { open: [1, 2, 6] })).toBe(-3)
    expect([factorWords(factor('open')), factorWords(factor('less open'))]).toEqual(['open', 'less open'])
  })

  test('can be had at every step, each for itself', () => {
    expect([...factorSteps(factor('less last(open)'), segment({ open: [1, 2, 6] }))]).toEqual([-1, -2, -6])
  })
})

describe('a formula', () => {
  test.each([
    ['mean(a)', 2],
    ['sum(a)', 6],
    ['least(a)', 1],
    ['most(a)', 3],
    ['first(a)', 3],
    ['last(a)', 2],
    ['gain(a)', -1],
    ['last(a) * 2 + 1', 5],
    ['1 + 2 * 3 - 4 / 2', 5],
    ['(1 + 2) * 3', 9],
    ['-first(a)', -3],
    ['10 - 3 - 2', 5],
    ['sum(above(a, 1.5))', 2],
    ['sum(below(a, 1.5))', 1],
    ['sqrt(square(first(a)))', 3],
    ['abs(gain(a))', 1],
    ['sum(excess(a - 2))', 1],
    ['mean(until(above(a, 10)))', 1],
    ['sum(until(below(a, 1.5)))', 1],
    ['most(a / mean(a))', 1.5],
  ])('%s is %d', (text, expected) => {
    expect(worth(text, { a: [3, 1, 2] })).toBeCloseTo(expected, 12)
  })

  test('may use names with hyphens; a minus stands between spaces', () => {
    expect(worth('hand-x - 1', { 'hand-x': [3] })).toBe(2)
  })

  test('clearance is the distance of the fingertips from a box', () => {
    const at = { 'hand-x': [0.5], 'hand-y': [0.4], 'hand-z': [0.1] }
    expect(worth('clearance(0.1, 0, 0.1, 0.1, 0.1, 0.05)', at)).toBeCloseTo(Math.hypot(0.3, 0.3), 6)
    expect(worth('clearance(0.5, 0.4, 0.1, 0.1, 0.1, 0.1)', at)).toBe(0)
  })

  test('time to success is the share of the steps before it', () => {
    const evidence: Evidence = {
      rewards: new Float32Array(4),
      terms: {},
      traces: { success: Float32Array.of(0, 1, 0, 1) },
    }
    expect(factorValue(factor('less time-to-success'), evidence)).toBe(-0.25)
  })

  test("a task's own term has the name before any factor of that name", () => {
    const own = parseFactor('effort', usual, ['effort'])
    expect(factorValue(own, segment({ effort: [4] }))).toBe(4)
    expect(() => checkNames(factor('effort'), ['effort'])).toThrow('unknown factor "energy"')
  })

  test('sums are the same in whatever order they are written', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 1, maxLength: 6 }), (values) => {
        expect(worth('last(a) + mean(a)', { a: values })).toBe(worth('mean(a) + last(a)', { a: values }))
      }),
    )
  })
})

describe('what cannot be read is refused', () => {
  test.each([
    ['', 'found ""; expected a factor such as'],
    ['less', '"less"'],
    ['open beyond -0.1', '"open beyond -0.1": the margin is "-0.1"; expected 0 or more'],
    ['open beyond much', 'the margin is "much"; expected 0 or more'],
    ['last(open', '"last(open": found the end, expected ")"'],
    ['open +', 'found the end; expected a formula such as'],
    ['open near', 'found "near"; expected a formula'],
    ['open; process.exit()', 'cannot read "; process.exit()"'],
    ['last(open, near)', 'last has 2 inputs, expected 1'],
    ['clearance(1, 2)', 'clearance has 2 inputs, expected 6'],
    ['maen(open)', 'unknown function "maen"; known: mean, sum'],
    ['constructor(open)', 'unknown function "constructor"'],
  ])('%j', (text, message) => {
    expect(() => checkNames(factor(text), ['open', 'near'])).toThrow(FactorError)
    expect(() => checkNames(factor(text), ['open', 'near'])).toThrow(message)
  })

  test('a name that no segment has', () => {
    const check = () => checkNames(factor('opne + near'), ['open', 'near'])
    expect(check).toThrow(UnknownFactorError)
    expect(check).toThrow('unknown factor "opne"; known: open, near, time-to-success')
  })

  test('terms that are no numbers, and formulas that come to none', () => {
    expect(() => worth('open', { open: [1, Number.NaN] })).toThrow('"open" is NaN at step 1 of a segment')
    expect(() => worth('1 / last(open)', { open: [1, 0] })).toThrow('factor "1 / last(open)" is Infinity on a segment')
  })
})
