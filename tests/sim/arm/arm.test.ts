import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Arm } from '../../../sim/arm/arm.ts'
import { MOUNT, type Robot } from '../../../sim/arm/robot.ts'
import { robots } from '../../../sim/arm/robots.ts'
import type { Quat, Vec3 } from '../../../sim/scene.ts'
import { distance, type MutableVec3, plus, transform } from '../../../sim/vector.ts'

const palmAt = (x: number, y: number, z: number) => [x, y, z, 0, 0, 0, 1]
const positionOf = (poses: Float32Array, link: number) => [...poses.slice(7 * link, 7 * link + 3)] as unknown as Vec3
const rotationOf = (poses: Float32Array, link: number) =>
  [...poses.slice(7 * link + 3, 7 * link + 7)] as unknown as Quat

describe.each(Object.entries<Robot>(robots))('the arm of %s', (_, robot) => {
  it('stands behind the table and ends on top of the palm', () => {
    const palm: Vec3 = [0.2, 0.7, 0.15]
    const poses = new Arm(robot).follow(palmAt(...palm))
    expect(distance(positionOf(poses, 0), robot.base.position)).toBeLessThan(1e-6)
    const tip: MutableVec3 = [0, 0, 0]
    transform(positionOf(poses, 7), rotationOf(poses, 7), [0, 0, robot.flangeLength], tip)
    expect(distance(tip, plus(palm, MOUNT.position))).toBeLessThan(1e-4)
  })

  it('gives every link a finite place and a unit rotation', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.5, max: 0.5, noNaN: true }), (x) => {
        const poses = new Arm(robot).follow(palmAt(x, 0.6, 0.2))
        expect(poses.length).toBe(7 * robot.bodies.length)
        expect(poses.every(Number.isFinite)).toBe(true)
        for (let link = 0; link < robot.bodies.length; link++) {
          expect(Math.hypot(...rotationOf(poses, link))).toBeCloseTo(1, 5)
        }
      }),
      { numRuns: 20 },
    )
  })

  it('moves smoothly with the hand: no link jumps from frame to frame at full speed', () => {
    const arm = new Arm(robot)
    let before = arm.follow(palmAt(-0.5, 0.4, 0.1)).slice()
    for (let frame = 1; frame <= 100; frame++) {
      const now = arm.follow(palmAt(-0.5 + 0.01 * frame, 0.4 + 0.006 * frame, 0.1 + 0.004 * frame))
      // 1.2 cm of hand a frame; the elbow may swing farther than the hand, but not by much.
      for (let link = 0; link < robot.bodies.length; link++) {
        expect(distance(positionOf(now, link), positionOf(before, link))).toBeLessThan(0.04)
      }
      before = now.slice()
    }
  })

  it('repeats itself for the same poses in the same order', () => {
    const run = () => {
      const arm = new Arm(robot)
      arm.follow(palmAt(0.3, 0.5, 0.2))
      return arm.follow(palmAt(-0.3, 0.8, 0.3))
    }
    expect(run()).toEqual(run())
  })

  it('draws links that meet: each begins where the one before ends', () => {
    const poses = new Arm(robot).follow(palmAt(0.1, 0.6, 0.2))
    for (let link = 0; link < 7; link++) {
      const gaps = outline(robot, poses, link).flatMap((end) =>
        outline(robot, poses, link + 1).map((start) => distance(end, start)),
      )
      expect(Math.min(...gaps), `between link ${link} and ${link + 1}`).toBeLessThan(1e-3)
    }
  })
})

/** Ends of a link's cylinders and middles of its spheres, in the world. */
function outline(robot: Robot, poses: Float32Array, link: number): Vec3[] {
  return robot.bodies[link]!.geoms.flatMap(({ shape, position = [0, 0, 0], rotation = [0, 0, 0, 1] }) => {
    const reach = shape.kind === 'cylinder' ? shape.halfHeight : 0
    return [-reach, reach].map((along) => {
      const inLink: MutableVec3 = [0, 0, 0]
      transform(position, rotation, [0, 0, along], inLink)
      const inWorld: MutableVec3 = [0, 0, 0]
      transform(positionOf(poses, link), rotationOf(poses, link), inLink, inWorld)
      return inWorld
    })
  })
}

it('is a Panda unless told', () => {
  const palm = palmAt(0.2, 0.6, 0.2)
  expect(new Arm().follow(palm)).toEqual(new Arm(robots.panda).follow(palm))
})
