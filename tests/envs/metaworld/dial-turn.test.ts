import { expect, test } from 'vitest'
import { dialTurn } from '../../../envs/metaworld/dial-turn.ts'
import { at, someSituation } from '../../support/some-situation.ts'

/** The dial at (0, 0.75) turned by so many degrees, the tcp where the push begins. */
const turned = (degrees: number, grip = 1) => {
  const angle = (degrees * Math.PI) / 180
  const [x, y] = [0.05 * Math.sin(angle), 0.75 - 0.05 * Math.cos(angle)]
  return someSituation({
    goal: [0, 0.78, 0.03],
    first: at(x, y, 0),
    tcp: [x + 0.05, y + 0.02, 0.09],
    grip,
    start: { tcp: [0, 0.6, 0.155], first: [0, 0.7, 0], second: [0, 0, 0] },
  })
}

test('success is a turn of 78.5 degrees, either way', () => {
  for (const sense of [1, -1]) {
    expect(dialTurn.success(turned(sense * 78.6))).toBe(true)
    expect(dialTurn.success(turned(sense * 78.3))).toBe(false)
    expect(dialTurn.success(turned(sense * 180))).toBe(true)
  }
})

test('the reward is 10 for a closed hand where the push begins, once turned, and 0 for an open one', () => {
  expect(dialTurn.terms(turned(90)).turn).toBe(1)
  expect(dialTurn.terms(turned(90, 0.5)).turn).toBeCloseTo(0.5, 9)
  expect(dialTurn.terms(turned(90, -1)).turn).toBe(0)
  expect(dialTurn.terms(turned(0)).turn).toBeLessThan(dialTurn.terms(turned(60)).turn!)
})
