import { expect, test } from 'vitest'
import { observedSites, type Task } from '../../../envs/metaworld/task.ts'
import { metaworldTasks } from '../../../envs/metaworld/tasks.ts'
import { randomStream } from '../../../sim/random.ts'
import type { Vec3 } from '../../../sim/scene.ts'
import { IDENTITY, type MutableVec3, scaledDistance, transform } from '../../../sim/vector.ts'

type Span = readonly [low: number, high: number]

/**
 * Where Meta-World starts the first observed object. Heights are those of things that lie still: upstream drops some of
 * them from a little above. `gap` is the least distance of start and goal in the plane.
 */
const STARTS: Record<string, { x: Span; y: Span; z: number; gap?: number }> = {
  assembly: { x: [0.13, 0.13], y: [0.6, 0.6], z: 0.016 },
  basketball: { x: [-0.1, 0.1], y: [0.6, 0.7], z: 0.03 },
  'bin-picking': { x: [-0.21, -0.03], y: [0.65, 0.75], z: 0.03 },
  'box-close': { x: [-0.05, 0.05], y: [0.5, 0.55], z: 0.036, gap: 0.25 },
  'button-press': { x: [-0.1, 0.1], y: [0.7, 0.75], z: 0.115 },
  'button-press-topdown': { x: [-0.1, 0.1], y: [0.8, 0.9], z: 0.308 },
  'button-press-topdown-wall': { x: [-0.1, 0.1], y: [0.8, 0.9], z: 0.308 },
  'button-press-wall': { x: [-0.05, 0.05], y: [0.85 - 0.193, 0.9 - 0.193], z: 0.115 },
  'coffee-button': { x: [-0.1, 0.1], y: [0.58, 0.68], z: 0.3 },
  'coffee-pull': { x: [-0.05, 0.05], y: [0.7, 0.75], z: 0, gap: 0.15 },
  'coffee-push': { x: [-0.1, 0.1], y: [0.55, 0.65], z: 0, gap: 0.15 },
  'dial-turn': { x: [-0.1, 0.1], y: [0.65, 0.75], z: 0 },
  disassemble: { x: [0.13, 0.23], y: [0.6, 0.75], z: 0.016 },
  'door-close': { x: [-0.31, -0.21], y: [0.375, 0.475], z: 0.15 },
  'door-lock': { x: [-0.01, 0.19], y: [0.661, 0.711], z: 0.221 },
  'door-open': { x: [0.19, 0.29], y: [0.625, 0.725], z: 0.15 },
  'door-unlock': { x: [-0.11, 0.09], y: [0.661, 0.711], z: 0.121 },
  'drawer-close': { x: [-0.1, 0.1], y: [0.59, 0.59], z: 0.09 },
  'drawer-open': { x: [-0.1, 0.1], y: [0.74, 0.74], z: 0.09 },
  'faucet-close': { x: [-0.085, 0.115], y: [0.625, 0.675], z: 0.114 },
  'faucet-open': { x: [-0.065, 0.035], y: [0.625, 0.675], z: 0.114 },
  hammer: { x: [-0.1, 0.1], y: [0.4, 0.5], z: 0.02 },
  'hand-insert': { x: [-0.1, 0.1], y: [0.6, 0.7], z: 0.02, gap: 0.15 },
  'handle-press': { x: [-0.1, 0.1], y: [0.584, 0.684], z: 0.172 },
  'handle-press-side': { x: [-0.134, -0.034], y: [0.65, 0.75], z: 0.172 },
  'handle-pull': { x: [-0.05, 0.15], y: [0.584, 0.684], z: 0.064 },
  'handle-pull-side': { x: [-0.18, -0.08], y: [0.65, 0.75], z: 0.05 },
  'lever-pull': { x: [0.02, 0.22], y: [0.5, 0.6], z: 0.25 },
  'peg-insert-side': { x: [0.03, 0.23], y: [0.5, 0.7], z: 0.025 },
  'peg-unplug-side': { x: [-0.166, -0.066], y: [0.6, 0.8], z: 0.131 },
  'pick-out-of-hole': { x: [0, 0], y: [0.75, 0.75], z: -0.036, gap: 0.15 },
  'pick-place': { x: [-0.1, 0.1], y: [0.6, 0.7], z: 0.02, gap: 0.15 },
  'pick-place-wall': { x: [-0.05, 0.05], y: [0.6, 0.65], z: 0.02, gap: 0.15 },
  'plate-slide': { x: [0, 0], y: [0.6, 0.6], z: 0.016 },
  'plate-slide-back': { x: [0, 0], y: [0.75, 0.75], z: 0.016 },
  'plate-slide-back-side': { x: [-0.15, -0.15], y: [0.6, 0.6], z: 0.016 },
  'plate-slide-side': { x: [0, 0], y: [0.6, 0.6], z: 0.016 },
  push: { x: [-0.1, 0.1], y: [0.6, 0.7], z: 0.02, gap: 0.15 },
  'push-back': { x: [-0.1, 0.1], y: [0.8, 0.85], z: 0.02, gap: 0.1 },
  'push-wall': { x: [-0.05, 0.05], y: [0.6, 0.65], z: 0.02, gap: 0.15 },
  reach: { x: [-0.1, 0.1], y: [0.6, 0.7], z: 0.02 },
  'reach-wall': { x: [-0.05, 0.05], y: [0.6, 0.65], z: 0.02 },
  'shelf-place': { x: [-0.1, 0.1], y: [0.5, 0.6], z: 0.02, gap: 0.1 },
  soccer: { x: [-0.1, 0.1], y: [0.6, 0.7], z: 0.026, gap: 0.15 },
  'stick-pull': { x: [-0.1, 0], y: [0.55, 0.65], z: 0.02 },
  'stick-push': { x: [-0.08, -0.03], y: [0.58, 0.62], z: 0.02 },
  sweep: { x: [-0.1, 0.1], y: [0.6, 0.7], z: 0.02 },
  'sweep-into': { x: [-0.1, 0.1], y: [0.6, 0.7], z: 0.02 },
  'window-close': { x: [0.21, 0.21], y: [0.655, 0.805], z: 0.2 },
  'window-open': { x: [-0.14, 0.06], y: [0.605, 0.805], z: 0.16 },
}

interface Start {
  readonly from: Vec3
  readonly goal: Vec3
}

function starts(task: Task): Start[] {
  return Array.from({ length: 300 }, (_, seed) => {
    const placement = task.place(randomStream(seed, 'x'))
    const site = observedSites(task, placement)[0]!
    const body = placement.props.flatMap((prop) => prop.bodies).find(({ name }) => name === site.body)!
    const from: MutableVec3 = [0, 0, 0]
    transform(body.position, body.rotation ?? IDENTITY, site.position, from)
    return { from, goal: placement.goal }
  })
}

function expectSpan(values: readonly number[], [from, to]: Span): void {
  const slack = (to - from) * 0.1 + 1e-9
  expect(Math.min(...values)).toBeGreaterThanOrEqual(from - 1e-9)
  expect(Math.min(...values)).toBeLessThanOrEqual(from + slack)
  expect(Math.max(...values)).toBeLessThanOrEqual(to + 1e-9)
  expect(Math.max(...values)).toBeGreaterThanOrEqual(to - slack)
}

test('every task is in the table', () => {
  expect(Object.keys(STARTS)).toEqual(metaworldTasks.map(({ id }) => id))
})

test.each(Object.entries(STARTS))('%s starts where Meta-World starts it', (id, { x, y, z, gap = 0 }) => {
  const found = starts(metaworldTasks.find((task) => task.id === id)!)
  const along = (axis: number) => found.map(({ from }) => from[axis]!)
  expectSpan(along(0), x)
  expectSpan(along(1), y)
  expectSpan(along(2), [z, z])
  for (const { from, goal } of found) expect(scaledDistance(from, goal, [1, 1, 0])).toBeGreaterThanOrEqual(gap)
})
