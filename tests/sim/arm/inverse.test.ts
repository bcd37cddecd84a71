import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { armFrames, place } from '../../../sim/arm/forward.ts'
import { reach } from '../../../sim/arm/inverse.ts'
import { MOUNT, type Robot } from '../../../sim/arm/robot.ts'
import { robots } from '../../../sim/arm/robots.ts'
import type { Vec3 } from '../../../sim/scene.ts'
import { distance, IDENTITY } from '../../../sim/vector.ts'

/** Where the palm may be: the mocap workspace, and 4.5 cm more above for a tool centre point at 0.5 m. */
const BOX = { low: [-0.5, 0.4, 0.05], high: [0.5, 1, 0.545] } as const
const corner = (axis: 0 | 1 | 2) => fc.double({ min: BOX.low[axis], max: BOX.high[axis], noNaN: true })
const palm = fc.tuple(corner(0), corner(1), corner(2))

const flangeOn = (position: Vec3) => place({ position, rotation: IDENTITY }, MOUNT.position, MOUNT.rotation)

/** Metres and radians between where the flange should be and where it is. */
function misses(robot: Robot, position: Vec3, joints: ArrayLike<number>): { metres: number; radians: number } {
  const target = flangeOn(position)
  const found = armFrames(robot, joints).at(-1)!
  const alike = Math.abs(target.rotation.reduce((sum, entry, i) => sum + entry * found.rotation[i]!, 0))
  return { metres: distance(target.position, found.position), radians: 2 * Math.acos(Math.min(1, alike)) }
}

describe.each(Object.entries<Robot>(robots))('reach with the arm of %s', (_, robot) => {
  it('puts the flange on the palm everywhere in the workspace, corners included', () => {
    let worst = { metres: 0, radians: 0 }
    for (const x of [-0.5, -0.25, 0, 0.25, 0.5]) {
      for (const y of [0.4, 0.55, 0.7, 0.85, 1]) {
        for (const z of [0.05, 0.2, 0.35, 0.5, 0.545]) {
          const miss = misses(robot, [x, y, z], reach(robot, flangeOn([x, y, z])))
          worst = { metres: Math.max(worst.metres, miss.metres), radians: Math.max(worst.radians, miss.radians) }
        }
      }
    }
    expect(worst.metres).toBeLessThan(1e-4)
    expect(worst.radians).toBeLessThan(1e-3)
  })

  it('stays within the joint limits, even for places that it cannot reach', () => {
    const anywhere = fc.double({ min: -1.5, max: 1.5, noNaN: true })
    fc.assert(
      fc.property(fc.oneof(palm, fc.tuple(anywhere, anywhere, anywhere)), (position) => {
        const joints = reach(robot, flangeOn(position))
        for (const [joint, { low, high }] of robot.joints.entries()) {
          expect(joints[joint]).toBeGreaterThanOrEqual(low)
          expect(joints[joint]).toBeLessThanOrEqual(high)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('takes both signs of a quaternion for the rotation that they are', () => {
    const target = flangeOn([0.2, 0.7, 0.2])
    const [x, y, z, w] = target.rotation
    expect(reach(robot, { ...target, rotation: [-x, -y, -z, -w] })).toEqual(reach(robot, target))
  })

  it('gives a pose one posture, whichever way the hand came', () => {
    fc.assert(
      fc.property(palm, palm, (from, to) => {
        const warm = reach(robot, flangeOn(to), reach(robot, flangeOn(from)))
        const cold = reach(robot, flangeOn(to))
        for (let joint = 0; joint < robot.joints.length; joint++) expect(warm[joint]).toBeCloseTo(cold[joint]!, 2)
      }),
    )
  })

  it('comes as near as it can to a place out of reach', () => {
    const joints = reach(robot, flangeOn([0, 3, 0.3]))
    expect([...joints].every(Number.isFinite)).toBe(true)
    expect(armFrames(robot, joints).at(-1)!.position[1]).toBeGreaterThan(0.9)
  })

  it('leaves the starting angles as they were', () => {
    const start = Float64Array.from(robot.home)
    reach(robot, flangeOn([0.2, 0.6, 0.2]), start)
    expect([...start]).toEqual([...robot.home])
  })
})
