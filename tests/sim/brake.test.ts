import { beforeAll, expect, test } from 'vitest'
import { loadEngine } from '../../sim/engine.ts'
import type { Body, Scene } from '../../sim/scene.ts'
import { createWorld } from '../../sim/world.ts'

beforeAll(loadEngine)

const BALL: Body = {
  name: 'ball',
  kind: 'dynamic',
  position: [0, 0, 1],
  geoms: [{ shape: { kind: 'sphere', radius: 0.05 }, colour: '#ff0000', mass: 0.2, touches: 'everything' }],
}

/** Where a ball is after one step, thrown along x. @param speed m/s */
function thrown(speed: number, limits: Pick<Scene, 'fastest'> = {}): { x: number; speed: number } {
  const world = createWorld({ bodies: [BALL], joints: [], markers: [], ...limits }, { physics: 'accurate' })
  const ball = world.bodies[0]!
  ball.setLinvel({ x: speed, y: 0, z: 0 }, true)
  world.step()
  const after = { x: ball.translation().x, speed: ball.linvel().x }
  world.dispose()
  return after
}

test('what is thrown faster than 5 m/s is put back where it was, at rest', () => {
  expect(thrown(40)).toEqual({ x: 0, speed: 0 })
  expect(thrown(-5.2)).toEqual({ x: 0, speed: 0 })
})

test('a scene of faster things says how fast they may be', () => {
  expect(thrown(15, { fastest: 20 }).speed).toBeCloseTo(15, 2)
  expect(thrown(25, { fastest: 20 })).toEqual({ x: 0, speed: 0 })
})

test('what a hand could throw flies on', () => {
  const { x, speed } = thrown(4.8)
  expect(x).toBeCloseTo(4.8 / 160, 4)
  expect(speed).toBeCloseTo(4.8, 2)
})

test('a world that was restored judges from where it is now', () => {
  const world = createWorld({ bodies: [BALL], joints: [], markers: [] }, { physics: 'accurate' })
  const start = world.snapshot()
  world.bodies[0]!.setLinvel({ x: 4, y: 0, z: 0 }, true)
  for (let step = 0; step < 40; step++) world.step()
  expect(world.bodies[0]!.translation().x).toBeGreaterThan(0.9)
  world.restore(start)
  world.step()
  expect(world.bodies[0]!.translation().x).toBe(0)
  expect(world.bodies[0]!.translation().z).toBeLessThan(1)
  world.place({ bodies: [{ ...BALL, position: [0, 0, 2] }], joints: [], markers: [] })
  world.step()
  expect(world.bodies[0]!.translation().z).toBeGreaterThan(1.9)
  world.dispose()
})
