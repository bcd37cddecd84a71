import { expect, test } from 'vitest'
import { faucetClose } from '../../../envs/metaworld/faucet-close.ts'
import { faucetOpen } from '../../../envs/metaworld/faucet-open.ts'
import { at, someSituation } from '../../support/some-situation.ts'

const AXIS = [0, 0.82]
const RADIUS = Math.hypot(0.175, 0.015)

/** The flank of the handle, so many degrees from pointing at the robot towards `sense` x. */
const turned = (degrees: number, sense: 1 | -1) => {
  const angle = (degrees * Math.PI) / 180
  const flank = at(AXIS[0]! + sense * RADIUS * Math.sin(angle), AXIS[1]! - RADIUS * Math.cos(angle), 0.114)
  return someSituation({
    goal: [AXIS[0]! + sense * 0.175, AXIS[1]!, 0.125],
    first: flank,
    tcp: flank.position,
    start: { tcp: [0, 0.4, 0.155], first: [-sense * 0.015, 0.645, 0.114], second: [0, 0, 0] },
  })
}

test.each([
  ['faucet-open', faucetOpen, 1],
  ['faucet-close', faucetClose, -1],
] as const)('%s: success is a flank within 7 cm of the goal, 67 degrees from the start', (_, task, sense) => {
  expect(task.success(turned(67.6, sense))).toBe(true)
  expect(task.success(turned(66.6, sense))).toBe(false)
  expect(task.success(turned(-80, sense))).toBe(false)
})

test('the reward is 4 for a hand at the handle and 6 for the turn', () => {
  expect(faucetOpen.terms(turned(70, 1))).toEqual({ reach: 1, turn: 1 })
  const { reach, turn } = faucetOpen.terms(turned(30, 1))
  expect(reach).toBe(1)
  expect(turn).toBeGreaterThan(faucetOpen.terms(turned(0, 1)).turn!)
  expect(turn).toBeLessThan(1)
})
