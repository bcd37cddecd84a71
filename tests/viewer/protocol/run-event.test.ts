import { expect, test } from 'vitest'
import { runEvent } from '../../../viewer/protocol/run-event.ts'

test('an unknown kind of event is not an event', () => {
  expect(runEvent.safeParse({ kind: 'loss', value: 1 }).success).toBe(false)
})

test('a run cannot end by running on', () => {
  expect(runEvent.safeParse({ kind: 'end', outcome: 'running' }).success).toBe(false)
  expect(runEvent.safeParse({ kind: 'end', outcome: 'failed', note: 'disk full' }).success).toBe(true)
})

test('fields that the page does not know are left out', () => {
  const line = { kind: 'point', curve: 'success', steps: 10, value: 0.5, seconds: 3 }
  expect(runEvent.parse(line)).toEqual({ kind: 'point', curve: 'success', steps: 10, value: 0.5 })
})
