import { beforeAll, expect, test } from 'vitest'
import { CLOSE } from '../../../envs/robomimic/expert.ts'
import { loadEngine } from '../../../sim/engine.ts'
import { FILTER } from '../../../sim/hand/constants.ts'
import { spun } from '../../../sim/hand/spin.ts'
import { StateHash } from '../../../sim/hash.ts'
import { randomStream } from '../../../sim/random.ts'
import type { Body } from '../../../sim/scene.ts'
import { distance, IDENTITY, multiply, QUARTER_TURN_X, QUARTER_TURN_Z, turned } from '../../../sim/vector.ts'
import { cubeOnTable, go, grasp, START, seenFromHand, withTurningHand } from '../../support/turning-bench.ts'

beforeAll(loadEngine)

const TURN = { x: [0, 0, 0, 1, 0, 0], y: [0, 0, 0, 0, 1, 0], z: [0, 0, 0, 0, 0, 1] } as const

test('without a command it stays where and as it is', () => {
  withTurningHand({}, ({ hand }) => {
    for (let i = 0; i < 80; i++) hand.move([0, 0, 0, 0, 0, 0, -1])
    expect(distance(hand.tcp, [START[0], START[1], START[2] - 0.045])).toBeLessThan(1e-4)
    expect(hand.rotation).toEqual([0, 0, 0, 1])
    expect(hand.fingers()).toEqual([expect.closeTo(-0.04, 4), expect.closeTo(0.04, 4)])
  })
})

test('full action moves 31 cm and turns 3.06 radians a second, and stops within two centimetres', () => {
  withTurningHand({}, ({ hand }) => {
    for (let i = 0; i < 40; i++) hand.move([0.5, 0, 0, 0, 0, 0, -1])
    const before = hand.tcp[0]
    for (let i = 0; i < 40; i++) hand.move([1, 0, 0, 0, 0, 0, -1])
    const [velocity] = hand.state().velocity
    expect(velocity).toBeCloseTo(0.306, 2)
    expect(hand.tcp[0] - before).toBeGreaterThan(0.14)
    const at = hand.tcp[0]
    for (let i = 0; i < 40; i++) hand.move([0, 0, 0, 0, 0, 0, -1])
    expect(hand.tcp[0] - at).toBeLessThan(0.02)
    for (let i = 0; i < 40; i++) hand.move([...TURN.z, -1])
    expect(hand.state().spin[2]).toBeCloseTo(3.06, 2)
  })
})

test.each(['x', 'y', 'z'] as const)('turning about %s the palm and the fingers go along without lag', (axis) => {
  withTurningHand({}, ({ world, hand }) => {
    for (let i = 0; i < 60; i++) {
      hand.move([...TURN[axis], -1])
      const across = turned(hand.rotation, [0, 1, 0])
      const left = world.position(world.index('left-finger'), [0, 0, 0])
      const right = world.position(world.index('right-finger'), [0, 0, 0])
      const along =
        across[0] * (right[0] - left[0]) + across[1] * (right[1] - left[1]) + across[2] * (right[2] - left[2])
      expect(along).toBeCloseTo(0.08, 3)
      for (const name of ['hand', 'palm', 'left-finger', 'right-finger']) {
        const [x, y, z, w] = world.rotation(world.index(name), [0, 0, 0, 0])
        const [qx, qy, qz, qw] = hand.rotation
        expect(Math.abs(x * qx + y * qy + z * qz + w * qw)).toBeCloseTo(1, 6)
      }
    }
  })
})

test('a cube that lies askew is grasped and lifted, in both physics modes', () => {
  for (const physics of ['accurate', 'fast'] as const) {
    const yaw = spun(IDENTITY, [0, 0, 0.7], 1)
    withTurningHand({ physics, extra: [cubeOnTable(0.05, 0.65, yaw)] }, (bench) => {
      grasp(bench, [0.052, 0.655], yaw)
      expect(bench.world.position(bench.world.index('object'), [0, 0, 0])[2], physics).toBeGreaterThan(0.2)
      const before = seenFromHand(bench)
      go(bench.hand, { to: [0, 0.6, 0.25], facing: yaw, grip: CLOSE }, 400)
      expect(distance(seenFromHand(bench), before)).toBeLessThan(1e-3)
    })
  }
})

test.each(['x', 'y', 'z'] as const)('what is held off-centre stays in place through half a turn about %s', (axis) => {
  withTurningHand({ extra: [cubeOnTable(0.005, 0.6)] }, (bench) => {
    grasp(bench, [0, 0.6], IDENTITY)
    const before = seenFromHand(bench)
    for (let i = 0; i < 85; i++) bench.hand.move([...TURN[axis], CLOSE])
    expect(distance(seenFromHand(bench), before)).toBeLessThan(2e-3)
  })
})

test('a held cube survives five seconds of shaking on all axes', () => {
  for (const physics of ['accurate', 'fast'] as const) {
    withTurningHand({ physics, extra: [cubeOnTable(0, 0.6)] }, (bench) => {
      grasp(bench, [0, 0.6], IDENTITY)
      const random = randomStream(11, 'shake')
      let action = [0, 0, 0, 0, 0, 0, CLOSE]
      for (let i = 0; i < 400; i++) {
        if (i % 8 === 0) action = [...Array.from({ length: 6 }, () => (random.integer(2) === 0 ? -1 : 1)), CLOSE]
        bench.hand.move(action)
      }
      expect(Math.hypot(...seenFromHand(bench)), physics).toBeLessThan(0.03)
    })
  }
})

test('tilted fingers stay above the table and still close', () => {
  withTurningHand({}, ({ world, hand }) => {
    const facing = multiply(spun(IDENTITY, [0.6, 0, 0], 1), QUARTER_TURN_Z)
    go(hand, { to: [0, 0.6, 0.2], facing, grip: -1 }, 80)
    for (let i = 0; i < 160; i++) hand.move([0, 0, -1, 0, 0, 0, -1])
    for (let i = 0; i < 40; i++) hand.move([0, 0, -1, 0, 0, 0, 1])
    expect(hand.opening).toBeLessThan(0.17)
    expect(world.contacts().filter((pair) => pair.includes('table'))).toEqual([])
  })
})

test('fingers that are held fast stop the wrist instead of being left behind', () => {
  const post = (name: string, x: number): Body => ({
    name,
    kind: 'fixed',
    position: [x, 0.6, 0.21],
    geoms: [{ shape: { kind: 'box', half: [0.02, 0.1, 0.03] }, colour: '#00ff00', touches: 'everything' }],
  })
  withTurningHand({ extra: [post('one', 0.032), post('other', -0.032)] }, ({ world, hand }) => {
    for (let i = 0; i < 200; i++) hand.move([0, 0, 0, 0, 0, 1, -1])
    const angle = 2 * Math.asin(Math.abs(hand.rotation[2]))
    expect(angle).toBeGreaterThan(0.05)
    expect(angle).toBeLessThan(0.9)
    const left = world.position(world.index('left-finger'), [0, 0, 0])
    const carried = turned(hand.rotation, [0, -0.04, -0.04])
    expect(distance(left, [carried[0], carried[1] + 0.6, carried[2] + 0.25])).toBeLessThan(2 * FILTER.lead)
    for (let i = 0; i < 200; i++) hand.move([0, 0, 0, 0, 0, -0.2, -1])
    expect(2 * Math.asin(hand.rotation[2])).toBeLessThan(angle)
  })
})

test('the hand keeps to its workspace', () => {
  withTurningHand({ physics: 'fast' }, ({ hand }) => {
    for (let i = 0; i < 240; i++) hand.move([1, 1, 1, 0, 0, 0, -1])
    expect(hand.state().base).toEqual([0.55, 1, 0.6])
    for (let i = 0; i < 400; i++) hand.move([-1, -1, -1, 0, 0, 0, -1])
    expect(hand.state().base).toEqual([-0.55, 0.35, expect.closeTo(0.0705, 9)])
  })
})

test('from a snapshot and its state the hand goes on bit for bit in the middle of a turn', () => {
  withTurningHand({ extra: [cubeOnTable(0, 0.6)] }, (bench) => {
    const { world, hand } = bench
    const digest = () => hand.addTo(world.addTo(new StateHash())).digest()
    grasp(bench, [0, 0.6], IDENTITY)
    go(hand, { to: [0.1, 0.6, 0.3], facing: QUARTER_TURN_X, grip: CLOSE }, 20)
    const bytes = world.snapshot()
    const state = JSON.parse(JSON.stringify(hand.state()))
    expect(Math.abs(state.spin[0])).toBeGreaterThan(0.5)
    go(hand, { to: [0.1, 0.6, 0.3], facing: QUARTER_TURN_X, grip: CLOSE }, 60)
    const after = digest()
    world.restore(bytes)
    hand.restore(state)
    go(hand, { to: [0.1, 0.6, 0.3], facing: QUARTER_TURN_X, grip: CLOSE }, 60)
    expect(digest()).toBe(after)
  })
})
