// Checks of what is drawn and of the scripted expert.

import type { Env } from '../contract.ts'
import { EnvFault, envCheck, STEPS } from './subject.ts'
import { randomActions, stepping } from './trace.ts'

const SEED = 33
const POSE_SIZE = 7

export const drawingChecks = [
  envCheck('poses are finite, one per body of the scene, with unit quaternions', (env) => {
    env.reset({ seed: SEED })
    checkPoses(env, 'after reset')
    for (const { index } of stepping(env, randomActions(env, SEED, 30))) {
      checkPoses(env, `at step ${index}`)
    }
  }),

  envCheck('poses are written where the caller wants them', (env) => {
    env.reset({ seed: SEED })
    const out = env.poses().fill(Number.NaN)
    const returned = env.poses(out)
    if (returned === out && out.every(Number.isFinite)) return
    throw new EnvFault('poses(out) did not fill and return the array that it was given', 'an `out` that is ignored')
  }),

  envCheck('the expert acts inside the action space, never NaN', (env) => {
    env.reset({ seed: SEED })
    const { low, high } = env.actionSpace
    for (let step = 0; step < STEPS; step++) {
      const action = env.expert()
      const wrong = action.findIndex((entry, index) => !(entry >= low[index]! && entry <= high[index]!))
      if (action.length !== low.length || wrong >= 0) {
        const found = `at step ${step} the expert says ${action.join(', ')}`
        throw new EnvFault(found, 'a gain that is not clipped, or a direction of length zero')
      }
      const { terminated } = env.step(action)
      if (terminated) return
    }
  }),
]

function checkPoses(env: Env, when: string): void {
  const poses = env.poses()
  const { bodies } = env.scene()
  if (poses.length !== POSE_SIZE * bodies.length) {
    const found = `${when} poses has ${poses.length} numbers, expected ${bodies.length} bodies x ${POSE_SIZE}`
    throw new EnvFault(found, 'a body that is simulated but not in the scene, or the reverse')
  }
  for (const [body, { name }] of bodies.entries()) {
    const pose = poses.subarray(body * POSE_SIZE, (body + 1) * POSE_SIZE)
    if (!pose.every(Number.isFinite)) {
      throw new EnvFault(`${when} the pose of "${name}" is ${pose.join(', ')}`, 'a simulation that blew up')
    }
    const [x, y, z, w] = pose.subarray(3) as unknown as [number, number, number, number]
    const length = Math.sqrt(x * x + y * y + z * z + w * w)
    if (Math.abs(length - 1) < 1e-3) continue
    throw new EnvFault(
      `${when} the quaternion of "${name}" has the length ${length}`,
      'an unset or unnormalised rotation',
    )
  }
}
