import { beforeAll, expect, test } from 'vitest'
import { makeEnv } from '../../envs/registry.ts'
import { loadEngine } from '../../sim/engine.ts'
import { type Poke, PokeError, pokeSnapshot } from '../../sim/poke.ts'
import type { Scene } from '../../sim/scene.ts'
import { createWorld, liveWorlds, SnapshotError } from '../../sim/world.ts'

const physics = 'accurate'
const ball: Scene = {
  bodies: [
    { name: 'floor', kind: 'fixed', position: [0, 0, -1], geoms: [] },
    {
      name: 'ball',
      kind: 'dynamic',
      position: [0, 0, 1],
      gravityScale: 0,
      geoms: [{ shape: { kind: 'sphere', radius: 0.1 }, colour: '#ffffff', mass: 0.3, touches: 'everything' }],
    },
  ],
  joints: [],
  markers: [],
}

beforeAll(loadEngine)

/** Where the ball is a second after a push, and how it is turned. */
function afterwards(poke: Poke | undefined): number[] {
  const world = createWorld(ball, { physics })
  if (poke !== undefined) world.restore(pokeSnapshot(world.snapshot(), { scene: ball, physics }, poke))
  for (let step = 0; step < 160; step++) world.step()
  const poses = [...world.poses().slice(7)]
  world.dispose()
  return poses
}

test('a push through the centre changes the velocity by what was said, whatever the mass', () => {
  const [x, y, z, ...turn] = afterwards({ body: 'ball', at: [0, 0, 1], velocity: [0.5, 0, -0.2] })
  expect(x).toBeCloseTo(0.5, 3)
  expect(y).toBeCloseTo(0, 6)
  expect(z).toBeCloseTo(0.8, 3)
  expect(turn).toEqual(afterwards(undefined).slice(3))
})

test('a push beside the centre also turns the body', () => {
  const [x, , , , , turn] = afterwards({ body: 'ball', at: [0, 0.05, 1], velocity: [0.1, 0, 0] })
  expect(x).toBeCloseTo(0.1, 3)
  expect(Math.abs(turn!)).toBeGreaterThan(0.1)
})

test('the moment that was pushed stays as it was, and no world is left behind', () => {
  const before = liveWorlds()
  const world = createWorld(ball, { physics })
  const bytes = world.snapshot()
  const kept = bytes.slice()
  pokeSnapshot(bytes, { scene: ball, physics }, { body: 'ball', at: [0, 0, 1], velocity: [1, 0, 0] })
  expect(bytes).toEqual(kept)
  expect(world.snapshot()).toEqual(kept)
  world.dispose()
  expect(liveWorlds()).toBe(before)
})

test('what cannot be pushed is said by name, and no world is left behind', () => {
  const before = liveWorlds()
  const world = createWorld(ball, { physics })
  const bytes = world.snapshot()
  world.dispose()
  const push = (poke: Partial<Poke>) =>
    pokeSnapshot(bytes, { scene: ball, physics }, { body: 'ball', at: [0, 0, 1], velocity: [1, 0, 0], ...poke })
  expect(() => push({ body: 'floor' })).toThrow(
    new PokeError('"floor" is fixed or driven, only free bodies can be pushed'),
  )
  expect(() => push({ body: 'bal' })).toThrow('unknown body "bal": did you mean "ball"?')
  expect(() => push({ velocity: [Number.NaN, 0, 0] })).toThrow('the push on "ball" is not made of numbers')
  expect(() =>
    pokeSnapshot(new Uint8Array(8), { scene: ball, physics }, { body: 'ball', at: [0, 0, 1], velocity: [1, 0, 0] }),
  ).toThrow(SnapshotError)
  expect(liveWorlds()).toBe(before)
})

test("a task's object that was pushed through its snapshot moves, and the episode goes on", async () => {
  const env = await makeEnv('push')
  env.reset({ seed: 3 })
  const scene = env.scene()
  const puck = scene.bodies.findIndex(({ name }) => name === 'puck')
  const place = () => [...env.poses().slice(7 * puck, 7 * puck + 3)] as [number, number, number]
  const still = new Float32Array(4)
  for (let step = 0; step < 20; step++) env.step(still)
  const before = place()
  const moment = env.snapshot()
  env.restore({
    ...moment,
    world: pokeSnapshot(moment.world, { scene, physics }, { body: 'puck', at: before, velocity: [1.2, 0, 0] }),
  })
  for (let step = 0; step < 20; step++) env.step(still)
  const moved = place()[0] - before[0]
  expect(moved).toBeGreaterThan(0.02)
  env.dispose()
})
