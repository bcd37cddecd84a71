import { expect, test } from 'vitest'
import { wilsonInterval } from '../../../lab/statistics/wilson.ts'
import type { LoggedAnswer } from '../../../rewards/preference/log-lines.ts'
import { labelQuality } from '../../../rewards/quality/summary.ts'
import { qualityWords } from '../../../rewards/quality/words.ts'
import { eachSaid, said, times } from './some-answers.ts'

const options = { interval: wilsonInterval }

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
  expect(qualityWords(labelQuality(steady(), options))).toEqual([
    'your 90 answers: 0% equal, 0% skipped, 2.0 s each at the median',
    'your answers agree with yourself 93% (28 of 30, 95% interval 79-98%)',
  ])
})

test('names several people, and says how they agree with each other', () => {
  const answers = [...steady(), ...eachSaid(['first', 'first', 'first'], { by: 'person:Ben' })]
  const words = qualityWords(labelQuality(answers, options))
  expect(words).toContain("Ada's answers agree with themselves 93% (28 of 30, 95% interval 79-98%)")
  expect(words).toContain("no pair was repeated, so nobody knows whether Ben's answers agree with themselves")
  expect(words.at(-1)).toBe("Ada and Ben agree 67% (2 of 3 pairs; Cohen's kappa 0.00)")
})

test('compares with an oracle where there is one', () => {
  const quality = labelQuality(eachSaid(['first', 'second', 'equal']), { ...options, oracle: () => 'first' })
  expect(quality.people[0]!.oracle).toMatchObject({ count: 1, of: 2 })
  expect(qualityWords(quality)).toContain(
    'your answers agree with the scripted oracle 50% (1 of 2, 95% interval 9-91%)',
  )
})

test('speaks of a lean, of haste and of a drift', () => {
  const answers = [
    ...eachSaid(times(40, 'first' as const)),
    said({ pair: 50, milliseconds: 50 }),
    ...eachSaid(times(39, 'skip' as const), { milliseconds: 5000 }),
  ]
  const words = qualityWords(labelQuality(answers, options))
  expect(words).toContain(
    'your answers lean to the left side: 41 of 41, where half is expected (chance of that without a bias: below 0.1%)',
  )
  expect(words).toContain('1 answer came much faster than your usual')
  expect(words).toContain(
    'your share of skipped pairs changed from 0% in the first half to 98% in the second ' +
      '(chance of that without a drift: below 0.1%)',
  )
  expect(words).toContain('your pace changed from 2.0 s an answer to 5.0 s in the second half')
})

test('passes over scripted teachers, and has no words for nobody', () => {
  const quality = labelQuality(eachSaid(['first'], { by: 'teacher:oracle' }), options)
  expect(quality).toEqual({ people: [], between: [] })
  expect(qualityWords(quality)).toEqual([])
})

test('is plain data that survives JSON', () => {
  const quality = labelQuality(eachSaid(['skip'], { milliseconds: 0 }), { ...options, oracle: () => 'first' })
  expect(JSON.parse(JSON.stringify(quality))).toEqual(quality)
})
