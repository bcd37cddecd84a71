import { expect, test } from 'vitest'
import { Leases } from '../../../rewards/preference/leases.ts'

function someLeases() {
  const clock = { now: 0 }
  return { clock, leases: new Leases({ now: () => clock.now, milliseconds: 100 }) }
}

test('a question is with one holder at a time', () => {
  const { leases } = someLeases()
  expect(leases.take('q', 's')).toBe(true)
  expect(leases.take('q', 't')).toBe(false)
  expect(leases.take('q', 's')).toBe(true)
  expect(leases.holder('q')).toBe('s')
  leases.release('q')
  expect(leases.take('q', 't')).toBe(true)
})

test('a lease ends by itself, unless its holder gives a sign', () => {
  const { leases, clock } = someLeases()
  leases.take('q', 's')
  leases.take('r', 't')
  clock.now = 60
  leases.renew('s')
  clock.now = 100
  expect(leases.holder('q')).toBe('s')
  expect(leases.holder('r')).toBeUndefined()
  clock.now = 160
  expect(leases.take('q', 't')).toBe(true)
})

test('what others hold is counted while it lasts', () => {
  const { leases, clock } = someLeases()
  leases.take('q', 's')
  leases.take('r', 't')
  leases.take('p', 'u')
  expect(leases.heldByOthers('s')).toBe(2)
  clock.now = 100
  expect(leases.heldByOthers('s')).toBe(0)
})
