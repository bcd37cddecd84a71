import { expect, test } from 'vitest'
import { wilsonInterval } from '../../../lab/statistics/wilson.ts'
import { labelQuality } from '../../../rewards/quality/summary.ts'
import { eachSaid } from './some-answers.ts'

const options = { interval: wilsonInterval }

test('measures every person apart, in the order in which they came, and passes over scripted teachers', () => {
  const answers = [
    ...eachSaid(['first', 'equal'], { by: 'person:Ben' }),
    ...eachSaid(['first'], { by: 'teacher:oracle' }),
    ...eachSaid(['skip'], { by: 'person:Ada' }),
  ]
  const { people } = labelQuality(answers, options)
  expect(people.map(({ by, answers, equal, skip }) => [by, answers, equal.count, skip.count])).toEqual([
    ['person:Ben', 2, 1, 0],
    ['person:Ada', 1, 0, 1],
  ])
})

test('gives shares their interval, and none to nothing', () => {
  const { people } = labelQuality(eachSaid(['first', 'second']), { ...options, oracle: () => 'first' })
  expect(people[0]).toMatchObject({
    self: { count: 0, of: 0, interval: null },
    oracle: { count: 1, of: 2, interval: wilsonInterval(1, 2) },
  })
})

test('is plain data that survives JSON', () => {
  const quality = labelQuality(eachSaid(['skip'], { milliseconds: 0 }), { ...options, oracle: () => 'first' })
  expect(JSON.parse(JSON.stringify(quality))).toEqual(quality)
})
