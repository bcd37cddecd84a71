import { expect, test } from 'vitest'
import { drift } from '../../../rewards/quality/drift.ts'
import { eachSaid, times } from './some-answers.ts'

const half = { left: times(10, 'first' as const), right: times(10, 'second' as const) }

test('sets the first half against the second', () => {
  const found = drift([
    ...eachSaid([...half.left, ...half.right], { milliseconds: 4000 }),
    ...eachSaid([...half.left, ...half.left], { milliseconds: 1000 }),
  ])
  expect(found.left).toMatchObject({ first: { count: 10, of: 20 }, second: { count: 20, of: 20 } })
  expect(found.left.p).toBeLessThan(0.001)
  expect(found.equal).toEqual({ first: { count: 0, of: 20 }, second: { count: 0, of: 20 }, p: 1 })
  expect(found.milliseconds).toEqual([4000, 1000])
  expect(found.oracle).toBeUndefined()
})

test('sees growing tiredness as more skips, and as less agreement with an oracle', () => {
  const answers = eachSaid([...half.left, ...half.left, ...half.right, ...times(10, 'skip' as const)])
  const found = drift(answers, () => 'first')
  expect(found.skip.second).toEqual({ count: 10, of: 20 })
  expect(found.skip.p).toBeLessThan(0.001)
  expect(found.oracle).toMatchObject({ first: { count: 20, of: 20 }, second: { count: 0, of: 10 } })
  expect(found.oracle!.p).toBeLessThan(0.001)
})

test('has no opinion on one answer', () => {
  expect(drift(eachSaid(['first'])).left.p).toBeCloseTo(1, 12)
  expect(drift([]).milliseconds).toEqual([null, null])
})
