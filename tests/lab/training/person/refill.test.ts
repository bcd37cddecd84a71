import { expect, test } from 'vitest'
import { Refill } from '../../../../lab/training/person/refill.ts'
import type { DeskEvent } from '../../../../rewards/preference/desk-event.ts'

/** A desk for three questions, and somebody who takes them away. */
function someDesk(fill: (add: () => void) => Promise<void>) {
  const listeners = new Set<(event: DeskEvent) => void>()
  const lying = { count: 0 }
  const refill = new Refill({
    desk: {
      subscribe(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    room: () => 3 - lying.count,
    fill: () => fill(() => lying.count++),
  })
  const answer = () => {
    lying.count--
    for (const listener of listeners) listener({ kind: 'answered' } as DeskEvent)
  }
  return { refill, lying, answer }
}

test('puts a question in the place of every one that is answered, one filling after the other', async () => {
  let [atOnce, most] = [0, 0]
  const { refill, lying, answer } = someDesk(async (add) => {
    most = Math.max(most, ++atOnce)
    await Promise.resolve()
    while (lying.count < 3) add()
    atOnce--
  })
  refill.begin()
  await refill.fill()
  for (let count = 0; count < 10; count++) answer()
  await refill.settle()
  expect(lying.count).toBe(3)
  expect(most).toBe(1)
})

test('tells at the next session what went wrong, and asks nothing more', async () => {
  let fillings = 0
  const { refill, answer } = someDesk(async () => {
    fillings++
    throw new RangeError('no episode in store')
  })
  refill.begin()
  answer()
  answer()
  await expect(refill.settle()).rejects.toThrow('no episode in store')
  expect(fillings).toBe(1)
})

test('hears nothing any more when it has ended', async () => {
  const { refill, lying, answer } = someDesk(async (add) => add())
  refill.begin()
  await refill.end()
  answer()
  await refill.settle()
  expect(lying.count).toBe(-1)
})
