import { expect, test } from 'vitest'
import { makeEnv } from '../../../envs/registry.ts'
import { framing } from '../../../lab/sheet/framing.ts'
import { withArm } from '../../../sim/camera/armed.ts'
import { distance } from '../../../sim/vector.ts'

async function distanceTo(task: string): Promise<number> {
  const env = await makeEnv(task)
  env.reset({ seed: 1 })
  const armed = withArm(env.scene())
  const { eye, target } = framing(armed.scene, armed.poses(env.poses()))
  env.dispose()
  return distance(eye, target)
}

test.each([
  ['drawer-open', 0.9, 2.5],
  ['ant', 2, 8],
  ['hopper', 2, 6],
  ['sweep-to-top-gripper', 4, 12],
] as const)(
  '%s fills its picture: the eye is %d to %d metres away, however large the floor',
  async (task, least, most) => {
    const found = await distanceTo(task)
    expect(found).toBeGreaterThan(least)
    expect(found).toBeLessThan(most)
  },
)
