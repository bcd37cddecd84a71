import { expect, test } from 'vitest'
import { drawApart, drawIn } from '../../../envs/metaworld/draw.ts'
import { randomStream } from '../../../sim/random.ts'

test('an axis without width takes no number from the stream', () => {
  const [drawn, alone] = [randomStream(1, 'x'), randomStream(1, 'x')]
  const [, y, z] = drawIn(drawn, { low: [0.5, 0, 0], high: [0.5, 1, 2] })
  expect(y).toBe(alone.uniform(0, 1))
  expect(z).toBe(alone.uniform(0, 2))
  expect(drawn.state()).toEqual(alone.state())
})

test('start and goal are drawn again until they are far enough apart in the plane', () => {
  const box = { low: [0, 0, 0], high: [0.3, 0.3, 5] } as const
  const random = randomStream(2, 'x')
  let near = 0
  for (let i = 0; i < 200; i++) {
    const { from, goal } = drawApart(random, { from: box, to: box, gap: 0.1 })
    const apart = Math.hypot(from[0] - goal[0], from[1] - goal[1])
    expect(apart).toBeGreaterThanOrEqual(0.1)
    if (apart < 0.15) near++
  }
  expect(near).toBeGreaterThan(5)
})
