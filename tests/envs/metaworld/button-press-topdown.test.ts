import { expect, test } from 'vitest'
import { buttonPressTopdown } from '../../../envs/metaworld/button-press-topdown.ts'
import { buttonPressTopdownWall } from '../../../envs/metaworld/button-press-topdown-wall.ts'
import { randomStream } from '../../../sim/random.ts'
import { at, someSituation } from '../../support/some-situation.ts'

const FACE = 0.308
const TRAVEL = 0.093

/** The button pressed by so many metres, the tcp `above` it. */
const pressed = (by: number, above = 0.3, opening = 0) =>
  someSituation({
    goal: [0, 0.85, FACE - TRAVEL],
    opening,
    first: at(0, 0.85, FACE - by),
    tcp: [0, 0.85, FACE - by + above],
    start: { tcp: [0, 0.85, FACE + 0.3], first: [0, 0.85, FACE], second: [0, 0, 0] },
  })

test('success is a press of 69 mm', () => {
  expect(buttonPressTopdown.success(pressed(0.0691))).toBe(true)
  expect(buttonPressTopdown.success(pressed(0.0689))).toBe(false)
})

test('reaching counts for a closed hand', () => {
  expect(buttonPressTopdown.terms(pressed(0, 0.01)).reach).toBe(1)
  expect(buttonPressTopdown.terms(pressed(0, 0.01, 0.5)).reach).toBeCloseTo(0.5, 9)
  expect(buttonPressTopdown.terms(pressed(0, 0.01, 1)).reach).toBe(0)
  expect(buttonPressTopdown.terms(pressed(0)).reach).toBeCloseTo(1 / (1 + 9 * (0.29 / 0.3) ** 2), 9)
})

test('pressing counts only while the tcp is within 3 cm of the button', () => {
  expect(buttonPressTopdown.terms(pressed(0.09, 0.0299)).press).toBe(1)
  expect(buttonPressTopdown.terms(pressed(0.09, 0.0301)).press).toBe(0)
})

test('with the wall it is the same task, with a wall between robot and button', () => {
  const { props, goal } = buttonPressTopdownWall.place(randomStream(1, 'x'))
  expect(goal).toEqual(buttonPressTopdown.place(randomStream(1, 'x')).goal)
  const wall = props.flatMap(({ bodies }) => bodies).find(({ name }) => name === 'wall')!
  expect(wall.position).toEqual([0.1, 0.7, 0.075])
  expect(buttonPressTopdownWall.success(pressed(0.0691))).toBe(true)
})
