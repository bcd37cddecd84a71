import fc from 'fast-check'
import { expect, test } from 'vitest'
import { axisOf, shiftOf } from '../../../../viewer/client/sweep/axis.ts'
import { columnsOf } from '../../../../viewer/client/sweep/columns.ts'
import { someScores, someSummary } from '../../../support/some-summary.ts'

const runs = [128, 16, 32].map((width, i) =>
  someSummary({ id: `r${width}`, settings: { 'reward.width': width }, scores: someScores(i / 4) }),
)
const axis = (label: string) => axisOf(columnsOf(runs).find((each) => each.label === label)!, runs)

test('a few values of a setting stand evenly, in their order', () => {
  const { kind, marks, share } = axis('reward.width')
  expect(kind).toBe('even')
  expect(marks.map(({ text }) => text)).toEqual(['16', '32', '128'])
  expect(runs.map(share).map((at) => Math.round(at! * 6))).toEqual([5, 1, 3])
})

test('what was measured stands by its size', () => {
  const { kind, share } = axis('Success')
  expect(kind).toBe('linear')
  expect(runs.map(share)).toEqual([0, 0.5, 1])
  expect(share(someSummary({ scores: null }))).toBeUndefined()
})

test('a run is always shifted by the same, a little', () => {
  fc.assert(
    fc.property(fc.string(), (id) => {
      expect(shiftOf(id)).toBe(shiftOf(id))
      expect(Math.abs(shiftOf(id))).toBeLessThanOrEqual(0.5)
    }),
  )
  expect(shiftOf('a')).not.toBe(shiftOf('b'))
})
