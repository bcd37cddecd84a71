import { beforeAll, expect, test } from 'vitest'
import { loadEngine } from '../../sim/engine.ts'
import { StateHash } from '../../sim/hash.ts'
import type { Body, Scene } from '../../sim/scene.ts'
import { QUARTER_TURN_X } from '../../sim/vector.ts'
import { createWorld, liveWorlds, type World } from '../../sim/world.ts'

beforeAll(loadEngine)

const FLOOR: Body = {
  name: 'floor',
  kind: 'fixed',
  position: [0, 0, -0.1],
  geoms: [{ shape: { kind: 'box', half: [1, 1, 0.1] }, colour: '#ffffff', touches: 'everything' }],
}

function ball(name: string, position: Body['position']): Body {
  const geom = { shape: { kind: 'sphere', radius: 0.05 }, colour: '#ff0000', mass: 0.2, touches: 'everything' } as const
  return { name, kind: 'dynamic', position, geoms: [geom] }
}

function sceneOf(...bodies: Body[]): Scene {
  return { bodies, joints: [], markers: [] }
}

const PILE = sceneOf(FLOOR, ball('low', [0, 0, 0.1]), ball('high', [0.01, 0.02, 0.3]))

function withWorld<Result>(
  scene: Scene,
  use: (world: World) => Result,
  physics: 'accurate' | 'fast' = 'accurate',
): Result {
  const world = createWorld(scene, { physics })
  try {
    return use(world)
  } finally {
    world.dispose()
  }
}

const hashOf = (world: World) => world.addTo(new StateHash()).digest()

function run(world: World, steps: number): void {
  for (let i = 0; i < steps; i++) world.step()
}

test('a body falls as gravity says, in both physics modes', () => {
  for (const physics of ['accurate', 'fast'] as const) {
    withWorld(
      sceneOf(ball('ball', [0, 0, 5])),
      (world) => {
        run(world, 40 * world.substeps)
        expect(5 - world.poses()[2]!).toBeCloseTo(0.5 * 9.81 * 0.25, 1)
      },
      physics,
    )
  }
})

test('poses are seven numbers a body in the order of the scene', () => {
  withWorld(PILE, (world) => {
    const poses = world.poses()
    expect(poses).toHaveLength(3 * 7)
    expect(Array.from(poses.subarray(0, 7))).toEqual([0, 0, Math.fround(-0.1), 0, 0, 0, 1])
    expect(Array.from(poses.subarray(14, 17))).toEqual([0.01, 0.02, 0.3].map(Math.fround))
    const own = new Float32Array(21)
    expect(world.poses(own)).toBe(own)
    expect(own).toEqual(poses)
    expect(world.position(2, [0, 0, 0])).toEqual(Array.from(poses.subarray(14, 17)))
    expect(world.rotation(2, [0, 0, 0, 0])).toEqual([0, 0, 0, 1])
  })
})

test('contacts name the bodies that touch, each pair once', () => {
  withWorld(PILE, (world) => {
    expect(world.contacts()).toEqual([])
    run(world, 160)
    expect(world.contacts()).toContainEqual(['floor', 'low'])
    expect(world.contacts().filter(([first, second]) => first === second)).toEqual([])
  })
})

test('two worlds of one scene stay equal bit for bit', () => {
  const [first, second] = [1, 2].map(() =>
    withWorld(PILE, (world) => {
      run(world, 200)
      return hashOf(world)
    }),
  )
  expect(first).toBe(second)
})

test('the hash sees a change of one bit in one position', () => {
  withWorld(PILE, (world) => {
    const before = hashOf(world)
    const body = world.bodies[2]!
    body.setTranslation({ x: 0.01, y: 0.02, z: 0.3 + 2 ** -24 }, false)
    expect(hashOf(world)).not.toBe(before)
    body.setTranslation({ x: 0.01, y: 0.02, z: 0.3 }, false)
    expect(hashOf(world)).toBe(before)
    body.setLinvel({ x: 1e-9, y: 0, z: 0 }, false)
    expect(hashOf(world)).not.toBe(before)
  })
})

test('from a snapshot a world goes on bit for bit, also in another world and while things touch', () => {
  withWorld(PILE, (world) => {
    run(world, 60)
    const bytes = world.snapshot()
    const at = hashOf(world)
    run(world, 100)
    const after = hashOf(world)
    world.restore(bytes)
    expect(hashOf(world)).toBe(at)
    run(world, 100)
    expect(hashOf(world)).toBe(after)
    withWorld(PILE, (other) => {
      other.restore(bytes)
      run(other, 100)
      expect(hashOf(other)).toBe(after)
    })
  })
})

test('bytes that are no snapshot of the world are refused and change nothing', () => {
  withWorld(PILE, (world) => {
    run(world, 30)
    const before = hashOf(world)
    const bytes = world.snapshot()
    for (const broken of [new Uint8Array(0), bytes.slice(0, bytes.length - 3), new Uint8Array(500).fill(255)]) {
      expect(() => world.restore(broken)).toThrow('the bytes are not a snapshot of this physics engine')
    }
    const other = withWorld(sceneOf(FLOOR), (small) => small.snapshot())
    expect(() => world.restore(other)).toThrow('the snapshot holds other bodies than this world')
    const fast = withWorld(PILE, (quick) => quick.snapshot(), 'fast')
    expect(() => world.restore(fast)).toThrow('the snapshot was taken with other physics than "accurate"')
    expect(hashOf(world)).toBe(before)
    world.step()
  })
})

test('placed anew before the first step a world is as if built there', () => {
  const moved = sceneOf(FLOOR, ball('low', [0.2, 0, 0.1]), {
    ...ball('high', [0.21, 0.02, 0.3]),
    rotation: QUARTER_TURN_X,
  })
  const built = withWorld(moved, (world) => {
    run(world, 60)
    return world.poses()
  })
  withWorld(PILE, (world) => {
    const pristine = world.snapshot()
    run(world, 60)
    world.restore(pristine)
    world.place(moved)
    expect(Array.from(world.poses().slice(7, 10))).toEqual([0.2, 0, 0.1].map(Math.fround))
    run(world, 60)
    for (const [i, value] of world.poses().entries()) expect(value).toBeCloseTo(built[i]!, 4)
  })
})

test('a world is not placed with other bodies', () => {
  withWorld(PILE, (world) => {
    expect(() => world.place(sceneOf(FLOOR))).toThrow(
      'a world can be placed anew only with the bodies it was built with',
    )
    const renamed = sceneOf(FLOOR, ball('low', [0, 0, 0.1]), ball('other', [0, 0, 0.3]))
    expect(() => world.place(renamed)).toThrow('only with the bodies it was built with')
  })
})

test('an unknown body names the nearest', () => {
  withWorld(PILE, (world) => {
    expect(() => world.index('hihg')).toThrow('unknown body "hihg": did you mean "high"? Known: floor, low, high.')
  })
})

test('worlds are counted, and a disposed one says so', () => {
  const before = liveWorlds()
  const world = createWorld(PILE, { physics: 'fast' })
  expect(liveWorlds()).toBe(before + 1)
  world.restore(world.snapshot())
  expect(liveWorlds()).toBe(before + 1)
  world.dispose()
  world.dispose()
  expect(liveWorlds()).toBe(before)
  for (const use of [() => world.step(), () => world.poses(), () => world.contacts(), () => world.snapshot()]) {
    expect(use).toThrow('this world was disposed of')
  }
  expect(() => hashOf(world)).toThrow('this world was disposed of')
})

test('a scene that cannot be built leaves no world behind', () => {
  const before = liveWorlds()
  const joint = {
    name: 'rail',
    kind: 'slide',
    parent: 'floor',
    child: 'nobody',
    anchor: { parent: [0, 0, 0], child: [0, 0, 0] },
    axis: [1, 0, 0],
    drive: { kind: 'damping', damping: 1 },
  } as const
  expect(() => createWorld({ ...PILE, joints: [joint] }, { physics: 'fast' })).toThrow('unknown body "nobody"')
  expect(liveWorlds()).toBe(before)
})

test('building, stepping, restoring and disposing do not grow the memory', () => {
  const cycle = () =>
    withWorld(PILE, (world) => {
      world.step()
      world.restore(world.snapshot())
    })
  for (let i = 0; i < 100; i++) cycle()
  const before = process.memoryUsage().external
  for (let i = 0; i < 1000; i++) cycle()
  expect(process.memoryUsage().external - before).toBeLessThan(4_000_000)
})
