import { expect, test } from 'vitest'
import { cohensKappa } from '../../../rewards/quality/kappa.ts'
import { times } from './some-answers.ts'

type Rating = readonly [string, string]

test('gives the worked example of 50 proposals: 20 yes and 15 no in common, kappa 0.4', () => {
  const ratings: Rating[] = [
    ...times<Rating>(20, ['yes', 'yes']),
    ...times<Rating>(5, ['yes', 'no']),
    ...times<Rating>(10, ['no', 'yes']),
    ...times<Rating>(15, ['no', 'no']),
  ]
  expect(cohensKappa(ratings)).toBeCloseTo(0.4, 12)
})

test('is 1 for equal ratings, -1 for opposite ones, and 0 where one says the same whatever is shown', () => {
  expect(
    cohensKappa([
      ['a', 'a'],
      ['b', 'b'],
    ]),
  ).toBe(1)
  expect(
    cohensKappa([
      ['a', 'b'],
      ['b', 'a'],
    ]),
  ).toBe(-1)
  expect(
    cohensKappa([
      ['a', 'a'],
      ['a', 'b'],
    ]),
  ).toBe(0)
})

test('is not defined of nothing, nor where there is but one category', () => {
  expect(cohensKappa([])).toBeNaN()
  expect(cohensKappa([['a', 'a']])).toBeNaN()
})
