import { beforeAll, expect, test } from 'vitest'
import { loadEngine } from '../../../sim/engine.ts'
import { handBodies } from '../../../sim/hand/bodies.ts'
import { FILTER, TCP_DROP, WORKSPACE } from '../../../sim/hand/constants.ts'
import { Hand } from '../../../sim/hand/hand.ts'
import { StateHash } from '../../../sim/hash.ts'
import type { Physics } from '../../../sim/physics.ts'
import { HOLE_DEPTH, table } from '../../../sim/props/table.ts'
import { randomStream } from '../../../sim/random.ts'
import type { Body, Shape, Vec3 } from '../../../sim/scene.ts'
import { clamp } from '../../../sim/vector.ts'
import { createWorld, type World } from '../../../sim/world.ts'

beforeAll(loadEngine)

const START: Vec3 = [0, 0.6, 0.2]
const MODES = ['accurate', 'fast'] as const

interface Bench {
  readonly world: World
  readonly hand: Hand
}

function withHand<Result>(physics: Physics, extra: readonly Body[], use: (bench: Bench) => Result): Result {
  const bodies = [...handBodies(START), ...table().bodies, ...extra]
  const world = createWorld({ bodies, joints: [], markers: [] }, { physics })
  try {
    return use({ world, hand: new Hand(world) })
  } finally {
    world.dispose()
  }
}

function object(shape: Shape, position: Vec3, mass = 0.1): Body {
  return {
    name: 'object',
    kind: 'dynamic',
    position,
    geoms: [{ shape, colour: '#ff0000', mass, touches: 'everything' }],
  }
}

const CUBE: Shape = { kind: 'box', half: [0.02, 0.02, 0.02] }

/** Moves the tcp towards a place for a number of control steps. */
function go(hand: Hand, [x, y, z]: Vec3, grip: number, steps: number): void {
  const action = new Float32Array(4)
  for (let i = 0; i < steps; i++) {
    const [atX, atY, atZ] = hand.tcp
    action.set([clamp((x - atX) * 10, -1, 1), clamp((y - atY) * 10, -1, 1), clamp((z - atZ) * 10, -1, 1), grip])
    hand.move(action)
  }
}

function grasp({ hand }: Bench, [x, y]: readonly [number, number], height: number): void {
  go(hand, [x, y, height + 0.08], -1, 40)
  go(hand, [x, y, Math.max(height, 0.026)], -1, 40)
  go(hand, [x, y, Math.max(height, 0.026)], 1, 30)
  go(hand, [x, y, 0.2], 1, 60)
}

function objectPosition({ world }: Bench): Vec3 {
  return world.position(world.index('object'), [0, 0, 0])
}

test('the tcp starts 4.5 cm below the hand, open, and stays there without a command', () => {
  for (const physics of MODES) {
    withHand(physics, [], ({ hand }) => {
      expect(hand.tcp[2]).toBeCloseTo(START[2] - TCP_DROP, 5)
      for (let i = 0; i < 100; i++) hand.move([0, 0, 0, -1])
      expect(hand.tcp[0]).toBeCloseTo(0, 4)
      expect(hand.tcp[1]).toBeCloseTo(0.6, 4)
      expect(hand.tcp[2]).toBeCloseTo(START[2] - TCP_DROP, 4)
      expect(hand.opening).toBeCloseTo(1, 2)
    })
  }
})

test('full action moves a centimetre a step after a short run-up, and overshoots by less than a millimetre', () => {
  withHand('accurate', [], ({ hand }) => {
    for (let i = 0; i < 20; i++) hand.move([1, 0, 0, -1])
    const before = hand.tcp[0]
    for (let i = 0; i < 10; i++) hand.move([1, 0, 0, -1])
    expect(hand.tcp[0] - before).toBeCloseTo(0.1, 2)
    let farthest = 0
    for (let i = 0; i < 60; i++) {
      hand.move([0, 0, 0, -1])
      farthest = Math.max(farthest, hand.tcp[0])
    }
    expect(hand.tcp[0]).toBeCloseTo(0.3, 3)
    expect(farthest).toBeLessThan(0.301)
  })
})

test('the hand keeps to its workspace', () => {
  withHand('fast', [], ({ hand }) => {
    for (let i = 0; i < 120; i++) hand.move([1, 1, 1, -1])
    expect(hand.tcp[0]).toBeCloseTo(WORKSPACE.high[0], 2)
    expect(hand.tcp[1]).toBeCloseTo(WORKSPACE.high[1], 2)
    expect(hand.tcp[2] + TCP_DROP).toBeCloseTo(WORKSPACE.high[2], 2)
    for (let i = 0; i < 160; i++) hand.move([-1, -1, -1, -1])
    expect(hand.tcp[0]).toBeCloseTo(WORKSPACE.low[0], 2)
    expect(hand.tcp[1]).toBeCloseTo(WORKSPACE.low[1], 2)
    expect(hand.tcp[2] + TCP_DROP).toBeCloseTo(WORKSPACE.low[2], 2)
  })
})

test('the fingers close fully at the workspace floor, they do not stick to the table', () => {
  for (const physics of MODES) {
    withHand(physics, [], ({ hand }) => {
      for (let i = 0; i < 60; i++) hand.move([0, 0, -1, -1])
      for (let i = 0; i < 40; i++) hand.move([0, 0, -1, 1])
      expect(hand.opening).toBeLessThan(0.17)
      for (let i = 0; i < 40; i++) hand.move([0, 0, -1, -1])
      expect(hand.opening).toBeGreaterThan(0.98)
    })
  }
})

test('half a closing command still closes an empty hand, only slower', () => {
  withHand('accurate', [], ({ hand }) => {
    for (let i = 0; i < 4; i++) hand.move([0, 0, 0, 0.5])
    const slow = hand.opening
    withHand('accurate', [], ({ hand: other }) => {
      for (let i = 0; i < 4; i++) other.move([0, 0, 0, 1])
      expect(other.opening).toBeLessThan(slow)
    })
    for (let i = 0; i < 40; i++) hand.move([0, 0, 0, 0.5])
    expect(hand.opening).toBeLessThan(0.17)
  })
})

test('things of any shape are grasped off-centre, lifted and held without drift', () => {
  const random = randomStream(3, 'grasps')
  const shapes: Shape[] = [CUBE, { kind: 'cylinder', radius: 0.02, halfHeight: 0.02 }, { kind: 'sphere', radius: 0.02 }]
  for (const physics of MODES) {
    for (const shape of shapes) {
      const off = [random.uniform(-0.004, 0.004), random.uniform(-0.008, 0.008)] as const
      withHand(physics, [object(shape, [0.05, 0.65, 0.02])], (bench) => {
        grasp(bench, [0.05 + off[0], 0.65 + off[1]], 0.02)
        const lifted = objectPosition(bench)
        expect(lifted[2], `${physics} ${shape.kind}`).toBeGreaterThan(0.15)
        for (let i = 0; i < 400; i++) bench.hand.move([0, 0, 0, 1])
        expect(Math.hypot(...objectPosition(bench).map((x, i) => x - lifted[i]!))).toBeLessThan(0.003)
      })
    }
  }
})

test('a held cube survives five seconds of shaking', () => {
  for (const physics of MODES) {
    withHand(physics, [object(CUBE, [0, 0.6, 0.02])], (bench) => {
      grasp(bench, [0, 0.6], 0.02)
      const random = randomStream(11, 'shake')
      let action = [0, 0, 0, 1]
      for (let i = 0; i < 400; i++) {
        if (i % 8 === 0) action = [...[0, 0, 0].map(() => (random.integer(2) === 0 ? -1 : 1)), 1]
        bench.hand.move(action)
      }
      go(bench.hand, bench.hand.tcp, 1, 30)
      const away = objectPosition(bench).map((x, i) => x - bench.hand.tcp[i]!)
      expect(Math.hypot(...away), physics).toBeLessThan(0.02)
    })
  }
})

test('pressed hard on a block the hand stops, and the base leads it by little more than the lead', () => {
  const block: Body = {
    name: 'block',
    kind: 'fixed',
    position: [0, 0.6, 0.05],
    geoms: [{ shape: { kind: 'box', half: [0.1, 0.1, 0.05] }, colour: '#00ff00', touches: 'everything' }],
  }
  for (const physics of MODES) {
    withHand(physics, [block], ({ world, hand }) => {
      for (let i = 0; i < 200; i++) hand.move([0, 0, -1, -1])
      const tip = hand.left[2] - 0.03
      expect(tip, physics).toBeGreaterThan(0.1 - 0.002)
      const base = world.position(world.index('hand'), [0, 0, 0])
      expect(hand.left[2] + 0.04 - base[2]).toBeLessThan(FILTER.lead + FILTER.speed / 80)
      const before = hand.left[2]
      for (let i = 0; i < 40; i++) hand.move([0, 0, -1, -1])
      expect(Math.abs(hand.left[2] - before)).toBeLessThan(1e-4)
    })
  }
})

test('a cube is pushed straight ahead by closed fingers', () => {
  withHand('accurate', [object(CUBE, [0, 0.7, 0.02])], (bench) => {
    go(bench.hand, [0, 0.6, 0.03], 1, 60)
    go(bench.hand, [0, 0.8, 0.03], 1, 80)
    const [x, y] = objectPosition(bench)
    expect(y).toBeGreaterThan(0.8)
    expect(Math.abs(x)).toBeLessThan(0.003)
  })
})

test('its parts never turn, although their joints leave the angles free', () => {
  withHand('fast', [object(CUBE, [0, 0.6, 0.02])], (bench) => {
    grasp(bench, [0.01, 0.605], 0.02)
    for (const name of ['palm', 'left-finger', 'right-finger']) {
      expect(bench.world.rotation(bench.world.index(name), [0, 0, 0, 0])).toEqual([0, 0, 0, 1])
    }
  })
})

test('from a snapshot and its state the hand goes on bit for bit in the middle of a lift', () => {
  withHand('accurate', [object(CUBE, [0, 0.6, 0.02])], (bench) => {
    const { world, hand } = bench
    const digest = () => hand.addTo(world.addTo(new StateHash())).digest()
    go(hand, [0, 0.6, 0.03], -1, 40)
    go(hand, [0, 0.6, 0.03], 1, 20)
    go(hand, [0, 0.6, 0.2], 1, 10)
    const bytes = world.snapshot()
    const state = JSON.parse(JSON.stringify(hand.state()))
    expect(Math.abs(state.velocity[2])).toBeGreaterThan(0.1)
    go(hand, [0, 0.62, 0.1], 1, 50)
    const after = digest()
    world.restore(bytes)
    hand.restore(state)
    go(hand, [0, 0.62, 0.1], 1, 50)
    expect(digest()).toBe(after)
  })
})

test('over a hole the fingers go below the table when they are allowed to', () => {
  const reached = (below: number) => {
    const hole = { x: START[0], y: START[1], half: [0.08, 0.1] } as const
    const bodies = [...handBodies(START), ...table({ hole }).bodies]
    const world = createWorld({ bodies, joints: [], markers: [] }, { physics: 'accurate' })
    const hand = new Hand(world, { below })
    for (let i = 0; i < 80; i++) hand.move([0, 0, -1, -1])
    world.dispose()
    return hand.tcp[2]
  }
  expect(reached(0)).toBeCloseTo(WORKSPACE.low[2] - TCP_DROP, 2)
  expect(reached(HOLE_DEPTH)).toBeCloseTo(WORKSPACE.low[2] - TCP_DROP - HOLE_DEPTH, 2)
})
