import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scrollTo, windowOf } from '../../../../viewer/client/lists/window.ts'

test('of ten thousand rows those on the screen are drawn, and a few more', () => {
  expect(windowOf({ rows: 10_000, rowHeight: 34, top: 34_000, height: 340 })).toEqual({ first: 996, end: 1014 })
})

test('every row that is seen is in the window, and the window is small', () => {
  const list = fc.record({
    rows: fc.nat(100_000),
    rowHeight: fc.integer({ min: 10, max: 60 }),
    top: fc.nat(1_000_000),
    height: fc.nat(4000),
  })
  fc.assert(
    fc.property(list, (scrolled) => {
      const { first, end } = windowOf(scrolled)
      const { rows, rowHeight, top, height } = scrolled
      expect(end - first).toBeLessThanOrEqual(Math.ceil(height / rowHeight) + 9)
      for (const y of [top, top + height - 1]) {
        const row = Math.floor(y / rowHeight)
        if (height > 0 && row < rows) expect(row >= first && row < end).toBe(true)
      }
    }),
  )
})

test.each([
  ['above', 2, 340, 68],
  ['below', 30, 340, 714],
  ['on the screen', 12, 340, 340],
])('a row %s is scrolled to no farther than needed', (_, row, top, found) => {
  expect(scrollTo(row, { rowHeight: 34, top, height: 340 })).toBe(found)
})
