import { describe, expect, it } from 'vitest'
import { makeEnv } from '../../../envs/registry.ts'
import { armFrames, place } from '../../../sim/arm/forward.ts'
import { reach } from '../../../sim/arm/inverse.ts'
import { type Frame, MOUNT, type Robot } from '../../../sim/arm/robot.ts'
import { robots } from '../../../sim/arm/robots.ts'
import { HAND_BODIES } from '../../../sim/hand/bodies.ts'
import type { Quat, Vec3 } from '../../../sim/scene.ts'
import { distance } from '../../../sim/vector.ts'
import { handTaskIds } from '../../support/hand-tasks.ts'

const STEPS = 160

/** Where the flange should be after each control step while the expert of a task acts. */
async function flanges(task: string): Promise<Frame[]> {
  const env = await makeEnv(task)
  env.reset({ seed: 11 })
  const at = 7 * env.scene().bodies.findIndex(({ name }) => name === HAND_BODIES.palm)
  const places: Frame[] = []
  for (let step = 0; step < STEPS; step++) {
    env.step(env.expert())
    const palm = [...env.poses().subarray(at, at + 7)]
    const [position, rotation] = [palm.slice(0, 3), palm.slice(3)] as unknown as [Vec3, Quat]
    places.push(place({ position, rotation }, MOUNT.position, MOUNT.rotation))
  }
  env.dispose()
  return places
}

describe.each(handTaskIds)('the arms in %s', (task) => {
  it('hold the hand within a millimetre at every step of the expert, and no joint flips', async () => {
    const places = await flanges(task)
    for (const [name, robot] of Object.entries<Robot>(robots)) {
      let [miss, turn] = [0, 0]
      let last: Float64Array | undefined
      for (const target of places) {
        const now = reach(robot, target, last)
        miss = Math.max(miss, distance(armFrames(robot, now).at(-1)!.position, target.position))
        if (last) turn = Math.max(turn, ...now.map((angle, joint) => Math.abs(angle - last![joint]!)))
        last = now
      }
      expect(miss, `${name}, metres`).toBeLessThan(1e-3)
      expect(turn, `${name}, radians`).toBeLessThan(0.06)
    }
  })
})
