import { expect, test } from 'vitest'
import { value } from '../../../../viewer/client/dom/value.ts'

test('who watches is told now and after each change, until it stops', () => {
  const speed = value(1)
  const seen: number[] = []
  const stop = speed.watch((now) => seen.push(now))
  speed.set(2)
  speed.set(2)
  stop()
  speed.set(3)
  expect(seen).toEqual([1, 2])
  expect(speed.now).toBe(3)
})

test('a watcher may stop while it is told', () => {
  const state = value(0)
  const seen: number[] = []
  const stop = state.watch((now) => {
    if (now > 0) stop()
  })
  state.watch((now) => seen.push(now))
  state.set(1)
  state.set(2)
  expect(seen).toEqual([0, 1, 2])
})
