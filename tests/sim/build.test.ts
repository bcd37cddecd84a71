import { beforeAll, expect, test } from 'vitest'
import { loadEngine } from '../../sim/engine.ts'
import type { Body, Geom, Joint, Scene, Touches } from '../../sim/scene.ts'
import { QUARTER_TURN_X } from '../../sim/vector.ts'
import { createWorld } from '../../sim/world.ts'

beforeAll(loadEngine)

function cube(touches: Touches, mass = 0.1): Geom {
  return { shape: { kind: 'box', half: [0.05, 0.05, 0.05] }, colour: '#ffffff', mass, touches }
}

function body(name: string, kind: Body['kind'], position: Body['position'], ...geoms: Geom[]): Body {
  return { name, kind, position, geoms }
}

/** Heights (or whatever `read` picks) of the last body after one second. */
function settle(scene: Scene, seconds = 1): Float32Array {
  const world = createWorld(scene, { physics: 'accurate' })
  for (let i = 0; i < seconds * 160; i++) world.step()
  const pose = world.poses().slice(-7)
  world.dispose()
  return pose
}

function drop(lower: Touches, upper: Touches): number {
  const bodies = [body('lower', 'fixed', [0, 0, 0], cube(lower)), body('upper', 'dynamic', [0, 0, 0.11], cube(upper))]
  return settle({ bodies, joints: [], markers: [] })[2]!
}

test('who collides with whom is decided by `touches`', () => {
  expect(drop('everything', 'everything')).toBeCloseTo(0.1, 2)
  expect(drop('everything', 'hand')).toBeCloseTo(0.1, 2)
  expect(drop('mechanism', 'hand')).toBeCloseTo(0.1, 2)
  expect(drop('mechanism', 'everything')).toBeCloseTo(0.1, 2)
  expect(drop('mechanism', 'mechanism')).toBeLessThan(-1)
  expect(drop('hand', 'hand')).toBeLessThan(-1)
  expect(drop('nothing', 'everything')).toBeLessThan(-1)
})

test('a cylinder stands along z, and lies down when it is turned', () => {
  const floor = body('floor', 'fixed', [0, 0, -0.05], cube('everything'))
  const height = (rotation?: Geom['rotation']) => {
    const geom: Geom = {
      shape: { kind: 'cylinder', radius: 0.01, halfHeight: 0.04 },
      ...(rotation && { rotation }),
      colour: '#ffffff',
      mass: 0.1,
      touches: 'everything',
    }
    return settle({ bodies: [floor, body('rod', 'dynamic', [0, 0, 0.05], geom)], joints: [], markers: [] })[2]!
  }
  expect(height()).toBeCloseTo(0.04, 3)
  expect(height(QUARTER_TURN_X)).toBeCloseTo(0.01, 3)
})

function jointed(joint: Pick<Joint, 'kind' | 'axis' | 'drive'> & { limits?: Joint['limits'] }): Scene {
  const bodies = [body('frame', 'fixed', [0, 0, 1]), body('link', 'dynamic', [0, 0, 1], cube('mechanism', 1))]
  const anchor = { parent: [0, 0, 0], child: [0, 0, 0] } as const
  return { bodies, joints: [{ name: 'joint', parent: 'frame', child: 'link', anchor, ...joint }], markers: [] }
}

test('a slide falls to its limit and stays on its axis', () => {
  const [x, y, z] = settle(
    jointed({ kind: 'slide', axis: [0, 0, -1], limits: [0, 0.2], drive: { kind: 'damping', damping: 2 } }),
    2,
  )
  expect(z).toBeCloseTo(0.8, 2)
  expect(x).toBeCloseTo(0, 4)
  expect(y).toBeCloseTo(0, 4)
})

test('damping slows a slide to m g / d', () => {
  const drive = { kind: 'damping', damping: 40 } as const
  const fallen = (seconds: number) => 1 - settle(jointed({ kind: 'slide', axis: [0, 0, -1], drive }), seconds)[2]!
  expect(fallen(2) - fallen(1)).toBeCloseTo(9.81 / 40, 2)
})

test('a spring holds a weight where k x = m g', () => {
  const drive = { kind: 'spring', stiffness: 98.1, damping: 10, rest: 0 } as const
  expect(1 - settle(jointed({ kind: 'slide', axis: [0, 0, -1], drive }), 3)[2]!).toBeCloseTo(0.1, 2)
})

test('a hinge turns about its axis only', () => {
  const scene = jointed({ kind: 'hinge', axis: [0, 1, 0], drive: { kind: 'damping', damping: 0 } })
  const hung: Scene = {
    ...scene,
    bodies: scene.bodies.map((each) => (each.kind === 'dynamic' ? { ...each, position: [0.3, 0, 1] } : each)),
    joints: scene.joints.map((joint) => ({ ...joint, anchor: { parent: [0, 0, 0], child: [-0.3, 0, 0] } })),
  }
  const world = createWorld(hung, { physics: 'accurate' })
  for (let i = 0; i < 100; i++) world.step()
  const [x, y, z, qx, qy, qz] = world.poses().slice(-7)
  world.dispose()
  expect(Math.hypot(x!, z! - 1)).toBeCloseTo(0.3, 2)
  expect(y).toBeCloseTo(0, 4)
  expect(Math.abs(qx!) + Math.abs(qz!)).toBeLessThan(1e-3)
  expect(Math.abs(qy!)).toBeGreaterThan(0.1)
})

test('a body without mass is refused by name', () => {
  const build =
    (...geoms: Geom[]) =>
    () =>
      createWorld(
        { bodies: [body('ghost', 'dynamic', [0, 0, 0], ...geoms)], joints: [], markers: [] },
        { physics: 'fast' },
      )
  expect(build()).toThrow('dynamic body "ghost" has no geom that touches anything, hence no mass')
  expect(build(cube('nothing'))).toThrow('"ghost" has no geom that touches anything')
  expect(build(cube('everything', 0))).toThrow(
    'body "ghost": a geom of a dynamic body needs a mass above 0 kg, found 0',
  )
})

test('spin damping slows turning down', () => {
  const turn = (spinDamping?: number) => {
    const floating = { ...body('top', 'dynamic', [0, 0, 0], cube('everything')), gravityScale: 0 }
    const top = { ...floating, ...(spinDamping && { spinDamping }) }
    const world = createWorld({ bodies: [top], joints: [], markers: [] }, { physics: 'accurate' })
    world.bodies[0]!.setAngvel({ x: 0, y: 0, z: 2 }, true)
    for (let i = 0; i < 160; i++) world.step()
    const { z } = world.bodies[0]!.angvel()
    world.dispose()
    return z
  }
  expect(turn()).toBeCloseTo(2, 3)
  expect(turn(6)).toBeCloseTo(2 * Math.exp(-6), 2)
})
