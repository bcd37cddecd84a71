import { expect, test } from 'vitest'
import { areaPath, type ChartBox, linePath, rangeOf, xOf, yOf } from '../../../../viewer/client/panels/chart.ts'

const box: ChartBox = { width: 100, height: 50, range: [0, 1], domain: [0, 1000] }

test('values rise upwards and steps go to the right', () => {
  expect([xOf(0, box), xOf(500, box), xOf(1000, box)]).toEqual([0, 50, 100])
  expect([yOf(0, box), yOf(0.5, box), yOf(1, box)]).toEqual([50, 25, 0])
})

test('values outside the range stay within the box', () => {
  expect([yOf(-3, box), yOf(7, box)]).toEqual([50, 0])
})

test('a line goes through its points, and its area is closed along the floor', () => {
  const points = [
    [0, 0],
    [500, 1],
    [1000, 0.5],
  ] as const
  expect(linePath(points, box)).toBe('M0 50L50 0L100 25')
  expect(areaPath(points, box)).toBe('M0 50L50 0L100 25L100 50L0 50Z')
  expect([linePath([], box), areaPath([], box)]).toEqual(['', ''])
})

test('ranges without extent put the line in the middle, a single step at the right', () => {
  expect(yOf(0, { ...box, range: [0, 0] })).toBe(25)
  expect(xOf(7, { ...box, domain: [7, 7] })).toBe(100)
})

test('a range contains zero', () => {
  expect(
    rangeOf([
      [0, 3],
      [1, 5],
    ]),
  ).toEqual([0, 5])
  expect(
    rangeOf([
      [0, -3],
      [1, -1],
    ]),
  ).toEqual([-3, 0])
})
