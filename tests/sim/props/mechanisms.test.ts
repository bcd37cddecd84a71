// What the links of mechanisms do when they are pushed: they move along their joint, stop at its ends, and stay where they
// were left unless a spring brings them back.

import { beforeAll, expect, test } from 'vitest'
import { loadEngine } from '../../../sim/engine.ts'
import { barLock } from '../../../sim/props/bar-lock.ts'
import { coffeeMachine } from '../../../sim/props/coffee-machine.ts'
import { dial } from '../../../sim/props/dial.ts'
import { door } from '../../../sim/props/door.ts'
import { faucet } from '../../../sim/props/faucet.ts'
import { lever } from '../../../sim/props/lever.ts'
import { plate } from '../../../sim/props/plate.ts'
import { pressHandle } from '../../../sim/props/press-handle.ts'
import type { Prop } from '../../../sim/props/prop.ts'
import { slidingWindow } from '../../../sim/props/window.ts'
import type { Vec3 } from '../../../sim/scene.ts'
import type { World } from '../../../sim/world.ts'
import { press, run, siteOf, twist, withProps } from '../../support/prop-world.ts'

beforeAll(loadEngine)

interface Pushed {
  readonly prop: Prop
  readonly site: string
  readonly push: (world: World) => void
  /** Where the site was, is when pushed as far as it goes, and is a second after. */
  readonly from: Vec3
  readonly to: Vec3
  readonly after?: Vec3
}

const SAFE: Vec3 = [0, 0.8, 0.15]
const PUSHED: Readonly<Record<string, Pushed>> = {
  'a coffee button goes in by 3 cm': {
    prop: coffeeMachine({ position: [0, 0.8, 0] }),
    site: 'button',
    push: (world) => press(world, 'coffee-button', [0, 5, 0], 1),
    from: [0, 0.58, 0.3],
    to: [0, 0.61, 0.3],
  },
  'a handle goes down by 10 cm': {
    prop: pressHandle({ position: [0, 0.8, 0], facing: 'robot', starts: 'up' }),
    site: 'top',
    push: (world) => press(world, 'handle', [0, 0, -20], 1),
    from: [0, 0.584, 0.172],
    to: [0, 0.584, 0.072],
  },
  'a handle that looks to the right comes up by 10 cm': {
    prop: pressHandle({ position: [-0.3, 0.7, 0], facing: 'right', starts: 'down' }),
    site: 'lever',
    push: (world) => press(world, 'handle', [0, 0, 20], 1),
    from: [-0.13, 0.7, 0.05],
    to: [-0.13, 0.7, 0.15],
  },
  'a window slides by 20 cm': {
    prop: slidingWindow({ position: [0, 0.8, 0.16], starts: 'closed' }),
    site: 'open-side',
    push: (world) => press(world, 'sash', [5, 0, 0], 2),
    from: [-0.04, 0.705, 0.16],
    to: [0.16, 0.705, 0.16],
  },
  'a door opens by 2 radians': {
    prop: door({ position: SAFE, starts: 'closed' }),
    site: 'door-handle',
    push: (world) => twist(world, 'door', [0, 0, -1], 2),
    from: [0.19, 0.575, 0.15],
    to: [-0.185 - 0.375 * 0.4161 - 0.125 * 0.9093, 0.7 - 0.375 * 0.9093 + 0.125 * 0.4161, 0.15],
  },
  'an open door shuts': {
    prop: door({ position: SAFE, starts: 'ajar' }),
    site: 'door-handle',
    push: (world) => twist(world, 'door', [0, 0, 1], 2),
    from: [-0.31, 0.325, 0.15],
    to: [0.19, 0.575, 0.15],
  },
  'a bar turns down by a quarter': {
    prop: barLock({ position: SAFE, starts: 'unlocked' }),
    site: 'lock-side',
    push: (world) => twist(world, 'lock', [0, 0.3, 0], 1),
    from: [0.09, 0.661, 0.221],
    to: [0.01, 0.661, 0.121],
  },
  'a bar turns up again': {
    prop: barLock({ position: SAFE, starts: 'locked' }),
    site: 'unlock-side',
    push: (world) => twist(world, 'lock', [0, -0.3, 0], 1),
    from: [-0.01, 0.661, 0.121],
    to: [0.09, 0.661, 0.201],
  },
  'a faucet turns to +x by a quarter': {
    prop: faucet({ position: [0, 0.8, 0] }),
    site: 'open-side',
    push: (world) => twist(world, 'faucet-handle', [0, 0, 1], 1),
    from: [-0.015, 0.625, 0.114],
    to: [0.175, 0.785, 0.114],
  },
  'a faucet turns to -x by a quarter': {
    prop: faucet({ position: [0, 0.8, 0] }),
    site: 'close-side',
    push: (world) => twist(world, 'faucet-handle', [0, 0, -1], 1),
    from: [0.015, 0.625, 0.114],
    to: [-0.175, 0.785, 0.114],
  },
  'a lever stands a little past upright, and comes down when left': {
    prop: lever({ position: [0, 0.7, 0] }),
    site: 'lever',
    push: (world) => twist(world, 'lever', [-1, 0, 0], 2),
    from: [0.12, 0.5, 0.25],
    to: [0.12, 0.7 + 0.2 * 0.0791, 0.25 + 0.2 * 0.9969],
    after: [0.12, 0.5, 0.25],
  },
}

function expectAt(found: Vec3, expected: Vec3, within: number): void {
  found.forEach((value, axis) => {
    expect(Math.abs(value - expected[axis]!), `axis ${axis}: ${value}`).toBeLessThan(within)
  })
}

test.each(Object.entries(PUSHED))('%s', (_, { prop, site, push, from, to, after = to }) => {
  withProps([prop], (world) => {
    expectAt(siteOf(world, prop, site), from, 1e-6)
    push(world)
    expectAt(siteOf(world, prop, site), to, 3e-3)
    run(world, 3)
    expectAt(siteOf(world, prop, site), after, 4e-3)
  })
})

test('a dial turns more than 90 degrees either way', () => {
  const prop = dial({ position: [0, 0.7, 0] })
  for (const sense of [1, -1]) {
    withProps([prop], (world) => {
      twist(world, 'dial', [0, 0, sense * 0.1], 1)
      const [x, y] = siteOf(world, prop, 'pointer')
      expect(y).toBeGreaterThan(0.7)
      expect(Math.hypot(x, y - 0.7)).toBeCloseTo(0.05, 4)
    })
  }
})

test('a plate slides in the plane without turning and stops soon after', () => {
  const prop = plate({ position: [0, 0.6, 0] })
  withProps([prop], (world) => {
    twist(world, 'plate', [0.1, 0.1, 0.1], 0.1)
    press(world, 'plate', [4, 2, 3], 0.5)
    const index = world.index('plate')
    const pushed = world.position(index, [0, 0, 0])
    expect(pushed[0]).toBeGreaterThan(0.2)
    expect(pushed[1] - 0.6).toBeCloseTo(pushed[0] / 2, 3)
    run(world, 1)
    const [x, y, z] = world.position(index, [0, 0, 0])
    expect(x - pushed[0]).toBeLessThan(0.05)
    expect(y).toBeGreaterThan(0.7)
    expect(z).toBeCloseTo(0.016, 6)
    expect(world.rotation(index, [0, 0, 0, 1])).toEqual([0, 0, 0, 1])
  })
})
