import { expect, test } from 'vitest'
import { wilsonInterval } from '../../../lab/statistics/wilson.ts'
import type { LoggedAnswer } from '../../../rewards/preference/log-lines.ts'
import { qualityMeasures } from '../../../rewards/quality/measures.ts'
import { labelQuality, type QualityOptions } from '../../../rewards/quality/summary.ts'
import { eachSaid, said, times } from './some-answers.ts'

const measures = (answers: readonly LoggedAnswer[], options: Partial<QualityOptions> = {}) =>
  qualityMeasures(labelQuality(answers, { interval: wilsonInterval, ...options }))

const texts = (...said: Parameters<typeof measures>) => measures(...said).map(({ text }) => text)

const worries = (...said: Parameters<typeof measures>) =>
  measures(...said)
    .filter(({ worry }) => worry)
    .map(({ id }) => id)

/** Sixty pairs without a lean, then thirty of them again, two of which are answered otherwise. */
function steady(change: Partial<LoggedAnswer> = {}): LoggedAnswer[] {
  const first = Array.from({ length: 60 }, (_, pair) =>
    said({ pair, answer: pair % 2 === 0 ? 'first' : 'second', ...change }),
  )
  const again = first
    .slice(0, 30)
    .map(({ answer }, pair) =>
      said({ pair, turned: true, answer: (answer === 'first') === pair >= 2 ? 'second' : 'first', ...change }),
    )
  return [...first, ...again]
}

test('tells one person of themselves', () => {
  expect(texts(steady())).toEqual([
    'your 90 answers: 0% equal, 0% skipped, 2.0 s each at the median',
    'your answers agree with yourself 93% (28 of 30, 95% interval 79-98%)',
    'your answers lean to neither side: 45 of 90 to the left',
  ])
  expect(worries(steady())).toEqual([])
})

test('gives every sentence its figure and what it rests on', () => {
  const found = measures(steady(), { oracle: () => 'first' })
  expect(found.map(({ id, value, of }) => [id, value, of])).toEqual([
    ['answers', 90, 90],
    ['self-agreement', 28 / 30, 30],
    ['oracle-agreement', 0.5, 90],
    ['side-bias', 0.5, 90],
  ])
  expect(found.map(({ worry }) => worry)).toEqual([false, false, true, false])
})

test('names several people, and says how they agree with each other', () => {
  const found = texts([...steady(), ...eachSaid(['first', 'first', 'first'], { by: 'person:Ben' })])
  expect(found).toContain("Ada's answers agree with themselves 93% (28 of 30, 95% interval 79-98%)")
  expect(found).toContain("no pair was repeated, so nobody knows whether Ben's answers agree with themselves")
  expect(found.at(-1)).toBe("Ada and Ben agree 67% (2 of 3 pairs; Cohen's kappa 0.00)")
})

test('compares with an oracle where there is one', () => {
  expect(texts(eachSaid(['first', 'second', 'equal']), { oracle: () => 'first' })).toContain(
    'your answers agree with the scripted oracle 50% (1 of 2, 95% interval 9-91%)',
  )
})

test('speaks of a lean, of haste and of a drift', () => {
  const restless = [
    ...eachSaid(times(40, 'first' as const)),
    said({ pair: 50, milliseconds: 50 }),
    ...eachSaid(times(39, 'skip' as const), { milliseconds: 5000 }),
  ]
  const found = texts(restless)
  expect(found).toContain(
    'your answers lean to the left side: 41 of 41 to the left, where half is expected (chance of that without a bias: below 0.1%)',
  )
  expect(found).toContain('1 answer came much faster than your usual')
  expect(found).toContain(
    'your share of skipped pairs changed from 0% in the first half to 98% in the second (chance of that without a drift: below 0.1%)',
  )
  expect(found).toContain('your pace changed from 2.0 s an answer in the first half to 5.0 s in the second')
  expect(worries(restless)).toEqual(['side-bias', 'hasty', 'drift', 'drift'])
})

test('worries about somebody whose repeats are no better than a coin', () => {
  const first = eachSaid(times(30, 'first' as const))
  const again = eachSaid([...times(15, 'first' as const), ...times(15, 'second' as const)])
  expect(worries([...first, ...again])).toContain('self-agreement')
})

test('has no words for nobody', () => {
  expect(measures(eachSaid(['first'], { by: 'teacher:oracle' }))).toEqual([])
})
