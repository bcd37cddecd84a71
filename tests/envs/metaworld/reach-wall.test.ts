import { expect, test } from 'vitest'
import { reachWall } from '../../../envs/metaworld/reach-wall.ts'
import { randomStream } from '../../../sim/random.ts'
import { someSituation } from '../../support/some-situation.ts'

const GOAL = [0, 0.87, 0.1] as const

test('success is a tcp within 5 cm of the goal', () => {
  expect(reachWall.success(someSituation({ goal: GOAL, tcp: [0, 0.8201, 0.1] }))).toBe(true)
  expect(reachWall.success(someSituation({ goal: GOAL, tcp: [0, 0.8199, 0.1] }))).toBe(false)
})

test('a wall stands between the start and every goal, and the expert rises before it', () => {
  for (let seed = 0; seed < 100; seed++) {
    const { props, goal } = reachWall.place(randomStream(seed, 'x'))
    const wall = props.flatMap(({ bodies }) => bodies).find(({ name }) => name === 'wall')!
    expect(wall.position[1]).toBeGreaterThan(reachWall.hand[1] + 0.1)
    expect(wall.position[1]).toBeLessThan(goal[1] - 0.05)
    const { to } = reachWall.expert(someSituation({ goal, tcp: [0, 0.65, 0.1] }))
    expect(to[2]).toBeGreaterThan(0.145)
    expect(to[1]).toBeLessThan(wall.position[1] - 0.05)
  }
})
