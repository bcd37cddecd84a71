import { expect, test } from 'vitest'
import { takeSeat } from '../../../../viewer/client/label/seat.ts'
import { notebook } from '../../../support/notebook.ts'

test('a tab keeps its seat over a reload, and another tab gets another', () => {
  const [tab, browser] = [notebook(), notebook()]
  const { id } = takeSeat({ tab, browser })
  expect(id).toMatch(/^[0-9a-f]{32}$/)
  expect(takeSeat({ tab, browser }).id).toBe(id)
  expect(takeSeat({ tab: notebook(), browser }).id).not.toBe(id)
})

test('a seat that was taken elsewhere is given up for a new one', () => {
  const tab = notebook()
  const seat = takeSeat({ tab, browser: notebook() })
  const { id } = seat
  seat.move()
  expect(seat.id).not.toBe(id)
  expect(takeSeat({ tab, browser: notebook() }).id).toBe(seat.id)
})

test('a name is remembered by the browser, without what cannot be in one', () => {
  const browser = notebook()
  const seat = takeSeat({ tab: notebook(), browser })
  expect(seat.annotator).toBeUndefined()
  expect(seat.rename(' Ada\u0007 Lovelace ')).toBe('Ada Lovelace')
  expect(takeSeat({ tab: notebook(), browser }).annotator).toBe('Ada Lovelace')
  expect(seat.rename(' \n ')).toBeUndefined()
  expect(seat.annotator).toBe('Ada Lovelace')
  expect(seat.rename('x'.repeat(99))).toHaveLength(60)
})
