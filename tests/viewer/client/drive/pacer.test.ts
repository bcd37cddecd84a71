import { expect, test } from 'vitest'
import { createPacer } from '../../../../viewer/client/drive/pacer.ts'

const step = 1 / 80

test.each([24, 30, 60, 144])('a display of %i frames a second gets the same 80 steps a second', (rate) => {
  const pacer = createPacer({ step, most: 0.25 })
  let steps = 0
  for (let frame = 0; frame < 10 * rate; frame++) steps += pacer.due(1 / rate)
  expect(Math.abs(steps - 800)).toBeLessThanOrEqual(1)
})

test('what a hidden tab missed is let go', () => {
  const pacer = createPacer({ step, most: 0.25 })
  expect(pacer.due(60)).toBe(20)
  expect(pacer.due(0)).toBe(0)
})

test('after a rest no begun step is left over', () => {
  const pacer = createPacer({ step, most: 0.25 })
  expect(pacer.due(step * 0.9)).toBe(0)
  pacer.rest()
  expect(pacer.due(step * 0.9)).toBe(0)
  expect(pacer.due(step * 0.2)).toBe(1)
})
