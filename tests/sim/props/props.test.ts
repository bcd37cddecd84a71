import { beforeAll, describe, expect, test } from 'vitest'
import { loadEngine } from '../../../sim/engine.ts'
import { FINGER, OPENING } from '../../../sim/hand/constants.ts'
import { ball } from '../../../sim/props/ball.ts'
import { barLock } from '../../../sim/props/bar-lock.ts'
import { bin } from '../../../sim/props/bin.ts'
import { BLOCK, block } from '../../../sim/props/block.ts'
import { button } from '../../../sim/props/button.ts'
import { CAN, can } from '../../../sim/props/can.ts'
import { coffeeMachine } from '../../../sim/props/coffee-machine.ts'
import { cube } from '../../../sim/props/cube.ts'
import { dial } from '../../../sim/props/dial.ts'
import { door } from '../../../sim/props/door.ts'
import { drawer } from '../../../sim/props/drawer.ts'
import { faucet } from '../../../sim/props/faucet.ts'
import { HAMMER, hammer } from '../../../sim/props/hammer.ts'
import { hoop } from '../../../sim/props/hoop.ts'
import { lever } from '../../../sim/props/lever.ts'
import { lid, openBox } from '../../../sim/props/lidded-box.ts'
import { mug } from '../../../sim/props/mug.ts'
import { nail } from '../../../sim/props/nail.ts'
import { net } from '../../../sim/props/net.ts'
import { NUT_REST, nut, post } from '../../../sim/props/nut.ts'
import { PEG, peg, pegBlock } from '../../../sim/props/peg.ts'
import { plate } from '../../../sim/props/plate.ts'
import { plateGoal } from '../../../sim/props/plate-goal.ts'
import { PLUGGED, plug, socket } from '../../../sim/props/plug.ts'
import { pressHandle } from '../../../sim/props/press-handle.ts'
import type { Prop } from '../../../sim/props/prop.ts'
import { PUCK, puck } from '../../../sim/props/puck.ts'
import { shelf } from '../../../sim/props/shelf.ts'
import { SORTING_BIN, sortingBin } from '../../../sim/props/sorting-bin.ts'
import { SQUARE_NUT, squareNut, squarePeg } from '../../../sim/props/square-nut.ts'
import { STICK, stick } from '../../../sim/props/stick.ts'
import { table } from '../../../sim/props/table.ts'
import { thermos } from '../../../sim/props/thermos.ts'
import { wall } from '../../../sim/props/wall.ts'
import { slidingWindow } from '../../../sim/props/window.ts'
import type { Geom } from '../../../sim/scene.ts'
import { IDENTITY, plus, QUARTER_TURN_Z } from '../../../sim/vector.ts'
import type { World } from '../../../sim/world.ts'
import { press, run, withProps } from '../../support/prop-world.ts'

beforeAll(loadEngine)

const DRAWER = drawer({ position: [0.05, 0.9, 0], stroke: 0.2, damping: 2 })
const SPRING = { stiffness: 100, damping: 5, preload: 0.01 }
const BUTTON = button({ face: [0.05, 0.72, 0.115], facing: 'robot', stroke: 0.1, spring: SPRING })
const PUCK_PROP = puck({ position: [0.05, 0.6, PUCK.halfHeight] })
function both(first: Prop, second: Prop): Prop {
  return {
    bodies: [...first.bodies, ...second.bodies],
    joints: [...first.joints, ...second.joints],
    sites: [...first.sites, ...second.sites],
  }
}

const PROPS: Record<string, Prop> = {
  'table with a hole': table({ hole: { x: 0, y: 0.84, half: [0.05, 0.06] } }),
  ball: ball({ position: [0, 0.6, 0.03], radius: 0.03, colours: { ball: '#d9722e', patches: '#5a2c12' } }),
  bin: bin({ name: 'bin', position: [0, 0.7, 0], colour: '#b8483f' }),
  block: block({ position: [0.05, 0.6, BLOCK.half] }),
  cube: cube({ position: [0, 0.6, 0.022], rotation: QUARTER_TURN_Z, half: [0.02, 0.021, 0.022] }),
  'can in a bin': both(
    can({ position: [0.1, 0.6, SORTING_BIN.floor + CAN.halfHeight], rotation: IDENTITY }),
    sortingBin({ name: 'bin', position: [0.2, 0.6, 0], colour: '#6f8aa8', divided: false }),
  ),
  'sorting bin': sortingBin({ name: 'bin', position: [-0.3, 0.6, 0], colour: '#6f8aa8', divided: true }),
  'square nut': squareNut({ position: [0, 0.6, SQUARE_NUT.halfHeight], rotation: QUARTER_TURN_Z }),
  'square nut on its peg': both(
    squareNut({ position: [0, 0.8, SQUARE_NUT.halfHeight], rotation: IDENTITY }),
    squarePeg({ position: [0, 0.8, 0] }),
  ),
  hammer: hammer({ position: [0, 0.45, HAMMER.rest] }),
  hoop: hoop({ position: [0, 0.85, 0] }),
  lid: lid({ position: [0, 0.5, 0] }),
  mug: mug({ position: [0, 0.7, 0] }),
  nail: nail({ position: [0.24, 0.85, 0] }),
  net: net({ position: [0, 0.85, 0] }),
  nut: nut({ position: [0, 0.6, NUT_REST] }),
  'open box': openBox({ position: [0, 0.75, 0] }),
  peg: peg({ position: [0.1, 0.6, PEG.half[2]] }),
  'peg block': pegBlock({ position: [-0.3, 0.6, 0] }),
  post: post({ position: [0, 0.8, 0] }),
  'plugged-in plug': both(plug({ position: plus([-0.2, 0.7, 0], PLUGGED) }), socket({ position: [-0.2, 0.7, 0] })),
  shelf: shelf({ position: [0, 0.85, 0] }),
  stick: stick({ position: [0, 0.6, STICK.half[2]] }),
  thermos: thermos({ position: [0.2, 0.6, 0] }),
  table: table(),
  puck: PUCK_PROP,
  drawer: DRAWER,
  button: BUTTON,
  'button on its back': button({ face: [0, 0.8, 0.308], facing: 'up', stroke: 0.1, spring: SPRING }),
  'coffee machine': coffeeMachine({ position: [0, 0.8, 0] }),
  dial: dial({ position: [0, 0.7, 0] }),
  door: door({ position: [0, 0.85, 0.15], starts: 'closed' }),
  'open door': door({ position: [0, 0.85, 0.15], starts: 'ajar' }),
  'bar lock': barLock({ position: [0, 0.8, 0.15], starts: 'unlocked' }),
  'shut bar lock': barLock({ position: [0, 0.8, 0.15], starts: 'locked' }),
  faucet: faucet({ position: [0, 0.8, 0] }),
  lever: lever({ position: [0, 0.7, 0] }),
  plate: plate({ position: [0, 0.6, 0] }),
  'plate goal': plateGoal({ position: [0, 0.85, 0], facing: 'right' }),
  'press handle': pressHandle({ position: [0, 0.8, 0], facing: 'robot', starts: 'up' }),
  'pressed handle': pressHandle({ position: [-0.3, 0.7, 0], facing: 'right', starts: 'down' }),
  wall: wall({ position: [0.1, 0.7, 0], half: [0.1, 0.01, 0.075] }),
  window: slidingWindow({ position: [0, 0.8, 0.16], starts: 'closed' }),
  'open window': slidingWindow({ position: [0, 0.8, 0.2], starts: 'open' }),
}

const yOf = (world: World, name: string) => world.position(world.index(name), [0, 0, 0])[1]

describe.each(Object.entries(PROPS))('%s', (_name, prop) => {
  test('its bodies have names of their own, and its sites and joints speak of them', () => {
    const names = prop.bodies.map((body) => body.name)
    expect(new Set(names).size).toBe(names.length)
    for (const site of prop.sites) expect(names).toContain(site.body)
    for (const joint of prop.joints) expect(names).toEqual(expect.arrayContaining([joint.parent, joint.child]))
  })

  test('left alone it stays where it was put', () => {
    withProps(prop.bodies.some(({ name }) => name === 'table') ? [prop] : [table(), prop], (world) => {
      const before = world.poses()
      run(world, 2)
      world.poses().forEach((value, i) => {
        expect(Math.abs(value - before[i]!), `number ${i}`).toBeLessThan(1e-3)
      })
    })
  })

  test('every geom has a size and a colour', () => {
    const sizes = ({ shape }: Geom) =>
      shape.kind === 'box'
        ? [...shape.half]
        : shape.kind === 'sphere'
          ? [shape.radius]
          : [shape.radius, shape.halfHeight]
    for (const geom of prop.bodies.flatMap((body) => body.geoms)) {
      for (const size of sizes(geom)) expect(size).toBeGreaterThan(0)
      expect(geom.colour).toMatch(/^#[0-9a-f]{6}$/)
    }
  })
})

test('the top of the table is at z = 0 and its rim stops a puck', () => {
  withProps([table(), PUCK_PROP], (world) => {
    const body = world.bodies[world.index('puck')]!
    body.setLinvel({ x: 3, y: 0, z: 0 }, true)
    run(world, 2)
    const [x, , z] = world.position(world.index('puck'), [0, 0, 0])
    expect(x).toBeLessThan(0.7)
    expect(z).toBeGreaterThan(0)
  })
})

test('a pulled drawer opens to its stroke and stays open', () => {
  withProps([DRAWER], (world) => {
    press(world, 'drawer', [0, -10, 0], 1)
    expect(0.9 - yOf(world, 'drawer')).toBeCloseTo(0.2, 2)
    run(world, 1)
    expect(0.9 - yOf(world, 'drawer')).toBeCloseTo(0.2, 2)
  })
})

test('an open finger fits into the gap behind the handle, with room on both sides', () => {
  const [cabinet, box] = DRAWER.bodies
  const handle = DRAWER.sites[0]!.position
  const faces = box!.geoms.flatMap(({ shape, position }) =>
    shape.kind === 'box' ? [{ shape, at: position ?? [0, 0, 0] }] : [],
  )
  const front = Math.min(
    ...faces.filter(({ shape }) => shape.half[0] > 0.09).map(({ shape, at }) => at[1]! - shape.half[1]),
  )
  const bar = faces.find(({ at }) => at[1] === handle[1])!
  const finger = handle[1] + OPENING.open
  expect(front - (finger + FINGER.half[1])).toBeGreaterThan(0.01)
  expect(finger - FINGER.half[1] - (bar.at[1]! + bar.shape.half[1])).toBeGreaterThan(0.01)
  expect(cabinet!.kind).toBe('fixed')
})

test('a pressed button gives way by force over stiffness, stops at its stroke and springs back', () => {
  withProps([BUTTON], (world) => {
    const rest = yOf(world, 'button')
    press(world, 'button', [0, 6, 0], 3)
    expect(yOf(world, 'button') - rest).toBeCloseTo(6 / SPRING.stiffness - SPRING.preload, 3)
    press(world, 'button', [0, 40, 0], 3)
    expect(yOf(world, 'button') - rest).toBeCloseTo(0.1, 2)
    run(world, 2)
    expect(yOf(world, 'button') - rest).toBeCloseTo(0, 4)
  })
})

test('the site of a button is the middle of its front', () => {
  withProps([BUTTON], (world) => {
    const site = BUTTON.sites[0]!
    const [x, y, z] = world.position(world.index(site.body), [0, 0, 0])
    expect([x, y + site.position[1], z].map((value) => value.toFixed(4))).toEqual(['0.0500', '0.7200', '0.1150'])
  })
})
