import { describe, expect, test } from 'vitest'
import type { Evidence } from '../../../rewards/contract.ts'
import { extractRules } from '../../../rewards/rules/extract.ts'
import { keeps, type Rule, ruleFactor, ruleWords, satisfiedFraction } from '../../../rewards/rules/rule.ts'
import type { AnsweredPair } from '../../../rewards/rules/select.ts'
import { randomStream } from '../../../sim/random.ts'

const random = randomStream(1, 'rules')
const segment = (open: number, near: number): Evidence => ({
  rewards: new Float32Array(4),
  terms: { open: new Float32Array(4).fill(open), near: new Float32Array(4).fill(near), noise: noise() },
})
const noise = () => Float32Array.from({ length: 4 }, () => random.uniform(0, 1))
const someSegment = () => segment(random.uniform(0, 1), random.uniform(0, 1))

/** Pairs that are labelled by a score, those that it finds equal left out. */
function labelled(count: number, score: (segment: Evidence) => number): AnsweredPair[] {
  const pairs: AnsweredPair[] = []
  while (pairs.length < count) {
    const [first, second] = [someSegment(), someSegment()]
    const difference = score(first) - score(second)
    if (difference !== 0) pairs.push({ first, second, label: difference > 0 ? 1 : 0 })
  }
  return pairs
}

const series = ['open', 'near', 'noise']
const rule = (series: string, side: Rule['side'], threshold: number): Rule => ({
  statistic: 'last',
  series,
  side,
  threshold,
})

describe('extracting rules', () => {
  test('finds the rules that labelled the pairs, and nothing about what did not matter', () => {
    const hidden = [rule('open', 'above', 0.5), rule('near', 'below', 0.65)]
    const pairs = labelled(400, (each) => satisfiedFraction(hidden, each))
    const found = extractRules({ pairs, series, random: randomStream(2, 'rules'), most: 2 })
    expect(found.rules.map(({ rule: { series, side } }) => `${series} ${side}`).sort()).toEqual([
      'near below',
      'open above',
    ])
    expect(found.agreement).toBeGreaterThan(0.9)
    expect(found.agreementLeftOut).toBeGreaterThan(0.88)
    expect(found.rules.every(({ stability }) => stability > 0.9)).toBe(true)
    const open = found.rules.find(({ rule }) => rule.series === 'open')!.rule
    expect(Math.abs(open.threshold - 0.5)).toBeLessThan(0.06)
  })

  test('says that rules found in answers by chance are worth nothing', () => {
    const pairs = labelled(200, () => random.uniform(-1, 1))
    const { agreement, agreementLeftOut } = extractRules({ pairs, series, random: randomStream(3, 'rules') })
    expect(agreementLeftOut).toBeLessThan(0.6)
    expect(agreement).toBeGreaterThan(agreementLeftOut!)
  })

  test('every further rule explains more, and no rule is taken twice', () => {
    const pairs = labelled(200, ({ terms }) => terms.open![0]!)
    const { rules } = extractRules({ pairs, series, random: randomStream(4, 'rules') })
    const shares = rules.map(({ agreement }) => agreement)
    expect(shares.length).toBeGreaterThan(1)
    expect(shares.every((share, i) => i === 0 || share >= shares[i - 1]! + 0.01)).toBe(true)
    expect(new Set(rules.map((each) => JSON.stringify(each.rule))).size).toBe(rules.length)
  })

  test('refuses to explain nothing', () => {
    expect(() => extractRules({ pairs: [], series, random })).toThrow('no answers that prefer one of two segments')
  })
})

describe('a rule', () => {
  test('is read in words, and typed as a factor', () => {
    expect(ruleWords(rule('open', 'above', 0.3149))).toBe('the last "open" is above 0.315')
    expect(ruleFactor(rule('open', 'above', 0.3149))).toBe('above(last(open), 0.315)')
  })

  test('is kept on its own side of the threshold alone', () => {
    expect(keeps(rule('open', 'above', 0.5), 0.5)).toBe(false)
    expect(keeps(rule('open', 'above', 0.5), 0.51)).toBe(true)
    expect(keeps(rule('open', 'below', 0.5), 0.49)).toBe(true)
  })

  test('the satisfied fraction counts rules alike', () => {
    const rules = [
      rule('open', 'above', 0.5),
      rule('near', 'above', 0.5),
      rule('near', 'below', 0.9),
      rule('open', 'below', 0),
    ]
    expect(satisfiedFraction(rules, segment(1, 0.7))).toBe(0.75)
    expect(satisfiedFraction([], segment(1, 0.7))).toBe(0)
  })
})
