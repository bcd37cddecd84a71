// What free objects do by themselves and where they fit: through hoops, over posts, into holes, onto boxes.

import { beforeAll, expect, test } from 'vitest'
import { loadEngine } from '../../../sim/engine.ts'
import { ball } from '../../../sim/props/ball.ts'
import { BLOCK, block } from '../../../sim/props/block.ts'
import { hoop, RING } from '../../../sim/props/hoop.ts'
import { LID_CLOSED, LID_REST, lid, openBox } from '../../../sim/props/lidded-box.ts'
import { NAIL, nail } from '../../../sim/props/nail.ts'
import { NUT_REST, nut, POST_HEIGHT, post } from '../../../sim/props/nut.ts'
import { MOUTH, PEG, peg, pegBlock } from '../../../sim/props/peg.ts'
import { PLUGGED, plug, socket } from '../../../sim/props/plug.ts'
import { PUCK, puck } from '../../../sim/props/puck.ts'
import { SHELF_TOPS, shelf } from '../../../sim/props/shelf.ts'
import { HOLE_DEPTH, table } from '../../../sim/props/table.ts'
import { thermos } from '../../../sim/props/thermos.ts'
import { plus } from '../../../sim/vector.ts'
import type { World } from '../../../sim/world.ts'
import { press, run, siteOf, withProps } from '../../support/prop-world.ts'

beforeAll(loadEngine)

const BALL = { radius: 0.03, colours: { ball: '#d9722e', patches: '#5a2c12' } } as const
const placeOf = (world: World, name: string) => world.position(world.index(name), [0, 0, 0])
const throwBody = (world: World, name: string, x: number, y: number, z: number) =>
  world.bodies[world.index(name)]!.setLinvel({ x, y, z }, true)

test('a ball that rolls comes to rest on the table', () => {
  withProps([table(), ball({ position: [0, 0.6, 0.03], ...BALL })], (world) => {
    throwBody(world, 'ball', 0.4, 0, 0)
    run(world, 3)
    const [x] = placeOf(world, 'ball')
    expect(x).toBeGreaterThan(0.02)
    expect(x).toBeLessThan(0.4)
    run(world, 1)
    expect(placeOf(world, 'ball')[0] - x).toBeLessThan(2e-3)
  })
})

test('a ball falls through the hoop; beside the ring it does not come down under it', () => {
  const foot = [0, 0.85, 0] as const
  const above = (aside: number) => plus(plus(foot, RING), [0, aside, 0.08])
  const fall = (aside: number) =>
    withProps([table(), hoop({ position: foot }), ball({ position: above(aside), ...BALL })], (world) => {
      run(world, 2)
      return placeOf(world, 'ball')
    })
  expect(fall(0)[2]).toBeCloseTo(0.03, 2)
  expect(Math.abs(fall(0)[1] - (foot[1] + RING[1]))).toBeLessThan(0.03)
  expect(Math.abs(fall(-0.052)[1] - (foot[1] + RING[1]))).toBeGreaterThan(0.05)
})

test('the room keeps what is thrown off the table, at rest on its floor', () => {
  for (const [x, y] of [
    [4, 0],
    [-4, 0],
    [0, 4],
    [0, -4],
  ] as const) {
    withProps([table(), block({ position: [0, 0.6, 0.3] })], (world) => {
      throwBody(world, 'block', x, y, 3)
      run(world, 4)
      const [atX, atY, atZ] = placeOf(world, 'block')
      expect(Math.abs(atX)).toBeLessThan(1.5)
      expect(Math.abs(atY - 0.6)).toBeLessThan(1.5)
      expect(atZ).toBeGreaterThan(-0.06)
    })
  }
})

test('a block falls into a hole and stays in it; beside the hole it stays on the table', () => {
  const hole = { x: 0, y: 0.84, half: [0.045, 0.06] } as const
  const drop = (x: number) =>
    withProps([table({ hole }), block({ position: [x, 0.84, 0.03] })], (world) => {
      run(world, 2)
      return placeOf(world, 'block')[2]
    })
  expect(drop(0)).toBeCloseTo(BLOCK.half - HOLE_DEPTH, 3)
  expect(drop(0.15)).toBeCloseTo(BLOCK.half, 3)
})

test('a nail gives way to a push, goes in by 10 cm and stays there', () => {
  withProps([nail({ position: [0.24, 0.85, 0] })], (world) => {
    const out = 0.85 + NAIL[1]
    expect(placeOf(world, 'nail')[1]).toBeCloseTo(out, 6)
    press(world, 'nail', [0, 2, 0], 2)
    expect(placeOf(world, 'nail')[1] - out).toBeCloseTo(0.1, 2)
    run(world, 1)
    expect(placeOf(world, 'nail')[1] - out).toBeGreaterThan(0.09)
  })
})

test('a nut slides down over a post, also 1 cm off its axis', () => {
  for (const aside of [0, 0.01]) {
    const foot = [0.05, 0.8, 0] as const
    withProps(
      [table(), post({ position: foot }), nut({ position: [0.05 + aside, 0.8, POST_HEIGHT + 0.03] })],
      (world) => {
        run(world, 2)
        const [x, , z] = placeOf(world, 'nut')
        expect(z).toBeCloseTo(NUT_REST, 2)
        expect(Math.abs(x - 0.05)).toBeLessThan(0.02)
      },
    )
  }
})

test('a lid that is let go over the box closes it', () => {
  const foot = [0, 0.75, 0] as const
  withProps([table(), openBox({ position: foot }), lid({ position: [0.004, 0.752, 0.1] })], (world) => {
    run(world, 2)
    expect(siteOf(world, lid({ position: foot }), 'lid')[2]).toBeCloseTo(LID_CLOSED, 3)
    expect(LID_CLOSED).toBeGreaterThan(LID_REST)
  })
})

test('a peg goes into its hole when it is in line, and stops at the face when it is not', () => {
  const foot = [-0.3, 0.6, 0] as const
  const pushed = (aside: number) => {
    const before = plus(plus(foot, MOUTH), [PEG.half[0] + 0.02, aside, PEG.half[2] - 0.029])
    return withProps([pegBlock({ position: foot }), peg({ position: before })], (world) => {
      const body = world.bodies[world.index('peg')]!
      body.setGravityScale(0, true)
      press(world, 'peg', [-1, 0, 0], 1)
      return before[0] - placeOf(world, 'peg')[0]
    })
  }
  expect(pushed(0)).toBeGreaterThan(0.15)
  expect(pushed(0.01)).toBeGreaterThan(0.15)
  expect(pushed(0.03)).toBeLessThan(0.025)
})

test('a plug comes out of its socket by a pull of 2 N, and not by its own weight', () => {
  const foot = [-0.2, 0.7, 0] as const
  const plugged = plus(foot, PLUGGED)
  withProps([table(), socket({ position: foot }), plug({ position: plugged })], (world) => {
    run(world, 2)
    expect(placeOf(world, 'plug')[0]).toBeCloseTo(plugged[0], 3)
    press(world, 'plug', [2, 0, 0], 0.5)
    expect(placeOf(world, 'plug')[0] - plugged[0]).toBeGreaterThan(0.06)
  })
})

test('a block lies on both boards of the shelf', () => {
  for (const top of SHELF_TOPS) {
    withProps(
      [shelf({ position: [0, 0.85, 0] }), block({ position: [0.05, 0.85, top + BLOCK.half + 0.002] })],
      (world) => {
        run(world, 1)
        expect(placeOf(world, 'block')[2]).toBeCloseTo(top + BLOCK.half, 3)
      },
    )
  }
})

test('a thermos moves in the plane, upright, and stops soon', () => {
  withProps([table(), thermos({ position: [0.2, 0.6, 0] })], (world) => {
    throwBody(world, 'thermos', 0.5, -0.5, 0)
    run(world, 1)
    const [x, y, z] = placeOf(world, 'thermos')
    expect(x - 0.2).toBeCloseTo(0.5 / 12, 2)
    expect(y - 0.6).toBeCloseTo(-0.5 / 12, 2)
    expect(z).toBeCloseTo(0.002, 6)
  })
})

test('a locked puck does not turn, a free one does', () => {
  const turned = (lockRotation: boolean) =>
    withProps([table(), puck({ position: [0, 0.6, PUCK.halfHeight + 0.002], lockRotation })], (world) => {
      const body = world.bodies[world.index('puck')]!
      body.applyTorqueImpulse({ x: 0, y: 0, z: 0.001 }, true)
      run(world, 0.5)
      return Math.abs(world.rotation(world.index('puck'), [0, 0, 0, 1])[2])
    })
  expect(turned(true)).toBe(0)
  expect(turned(false)).toBeGreaterThan(0.01)
})
