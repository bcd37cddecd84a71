import { describe, expect, it } from 'vitest'
import { armFrames, place } from '../../../sim/arm/forward.ts'
import { reach } from '../../../sim/arm/inverse.ts'
import { MOUNT, type Robot } from '../../../sim/arm/robot.ts'
import { DEFAULT_ROBOT, isRobotName, ROBOT_NAMES, robots } from '../../../sim/arm/robots.ts'
import type { Vec3 } from '../../../sim/scene.ts'
import { distance, IDENTITY } from '../../../sim/vector.ts'

const flangeOn = (position: Vec3) => place({ position, rotation: IDENTITY }, MOUNT.position, MOUNT.rotation)
const between = (low: number, high: number, share: number) => low + (high - low) * share

it('lists every robot by its name, the default among them', () => {
  expect(ROBOT_NAMES).toEqual(Object.keys(robots))
  expect(isRobotName(DEFAULT_ROBOT)).toBe(true)
  expect(isRobotName('toString')).toBe(false)
  expect(isRobotName(undefined)).toBe(false)
})

describe.each(Object.entries<Robot>(robots))('%s', (_, robot) => {
  it('has seven joints, eight links, and a rest posture within its limits that points the hand down', () => {
    expect(robot.joints).toHaveLength(7)
    expect(robot.home).toHaveLength(7)
    expect(robot.bodies.map((body) => body.name)).toEqual(Array.from({ length: 8 }, (_, link) => `arm-${link}`))
    for (const [joint, { low, high }] of robot.joints.entries()) {
      expect(robot.home[joint]).toBeGreaterThan(low)
      expect(robot.home[joint]).toBeLessThan(high)
    }
    const { position, rotation } = armFrames(robot, robot.home).at(-1)!
    const down = place({ position, rotation }, [0, 0, 1], IDENTITY).position[2] - position[2]
    expect(down).toBeLessThan(-0.98)
  })

  it('is drawn only: no link has mass or touches anything', () => {
    const geoms = robot.bodies.flatMap((body) => body.geoms)
    expect(geoms.length).toBeGreaterThan(16)
    expect(geoms.filter(({ touches, mass }) => touches !== 'nothing' || mass !== undefined)).toEqual([])
  })

  it('moves no joint by more than 0.08 rad while the hand goes 1 cm, to and fro along rows of the whole workspace', () => {
    let most = 0
    for (const row of [0, 0.25, 0.5, 0.75, 1]) {
      for (const height of [0, 0.5, 1]) {
        let last: Float64Array | undefined
        for (let step = 0; step <= 200; step++) {
          const x = between(-0.5, 0.5, step <= 100 ? step / 100 : (200 - step) / 100)
          const now = reach(robot, flangeOn([x, between(0.4, 1, row), between(0.01, 0.545, height)]), last)
          if (last) most = Math.max(most, ...now.map((angle, joint) => Math.abs(angle - last![joint]!)))
          last = now
        }
      }
    }
    expect(most).toBeGreaterThan(0.01)
    expect(most).toBeLessThan(0.08)
  })

  it('keeps its elbow and wrists above the table wherever the hand is', () => {
    let lowest = Number.POSITIVE_INFINITY
    for (const x of [-0.5, 0, 0.5]) {
      for (const y of [0.4, 0.7, 1]) {
        const frames = armFrames(robot, reach(robot, flangeOn([x, y, 0.05])))
        lowest = Math.min(lowest, ...frames.slice(1, -1).map(({ position }) => position[2]))
      }
    }
    expect(lowest).toBeGreaterThan(0.15)
  })
})

it('gives the Sawyer the reach, the offsets and the upright pose that are published', () => {
  const { joints, flangeLength, base } = robots.sawyer
  const scale = joints[2]!.d / 0.4
  const [shoulder, aside, back, wrist] = [joints[0]!.d, joints[1]!.d, joints[3]!.d, joints[5]!.d].map((d) => d / scale)
  expect([shoulder, aside, back, wrist].map((d) => Number(d!.toFixed(4)))).toEqual([0.317, 0.1925, -0.1685, 0.1363])
  // Upright at zero; the arm zigzags aside: shoulder out, elbow back, wrist out again.
  const upright = armFrames(robots.sawyer, [0, 0, 0, 0, 0, 0, 0]).at(-1)!.position
  expect(
    distance(upright, place(base, [joints[1]!.a, 0.1603 * scale, 1.117 * scale + flangeLength], IDENTITY).position),
  ).toBeLessThan(1e-9)
})
