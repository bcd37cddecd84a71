import { expect, test } from 'vitest'
import { doorOpen } from '../../../envs/metaworld/door-open.ts'
import { at, someSituation } from '../../support/some-situation.ts'

const HINGE = [-0.185, 0.8]
const GOAL = [-0.3, 0.45, 0.15] as const

/** The door opened by so many degrees, the tcp where it hooks the handle. */
const opened = (degrees: number, grip = 1) => {
  const angle = (degrees * Math.PI) / 180
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)]
  const handle = (from: number) =>
    [HINGE[0]! + 0.375 * cosine - from * sine, HINGE[1]! - 0.375 * sine - from * cosine] as const
  const [x, y] = handle(0.125)
  return someSituation({
    goal: GOAL,
    grip,
    first: at(x, y, 0.15),
    tcp: [x, y + 0.03, 0.15 - 0.055],
    start: { tcp: [0, 0.6, 0.155], first: [0.19, 0.675, 0.15], second: [0, 0, 0] },
  })
}

test('success is a door opened by 77 degrees', () => {
  expect(doorOpen.success(opened(77.2))).toBe(true)
  expect(doorOpen.success(opened(76))).toBe(false)
})

test('an opening hand behind the handle earns nothing for being ready, a closing one 2', () => {
  // The hand is below the funnel only beside the handle, not at it.
  expect(doorOpen.terms(opened(0)).ready).toBe(1)
  expect(doorOpen.terms(opened(0, 0)).ready).toBeCloseTo(0.5, 9)
  expect(doorOpen.terms(opened(0, -1)).ready).toBe(0)
})

test('opening is paid 1.6 from 2 degrees on, and the rest towards 120', () => {
  const wide = (degrees: number) => {
    const margin = Math.PI / 3
    const outside = ((120 - degrees) * Math.PI) / 180 - 0.5
    return 0.8 / (1 + 9 * (outside / margin) ** 2)
  }
  expect(doorOpen.terms(opened(0)).open).toBeCloseTo(wide(0), 6)
  expect(doorOpen.terms(opened(1.9)).open).toBeCloseTo(wide(1.9), 6)
  expect(doorOpen.terms(opened(2.1)).open).toBeCloseTo(0.2 + wide(2.1), 6)
  expect(doorOpen.terms(opened(60)).open).toBeCloseTo(0.2 + wide(60), 6)
  expect(doorOpen.terms(opened(80))).toEqual({ ready: 1, open: 1 })
})
