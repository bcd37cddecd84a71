// Whether the physics engine loads and simulates: one reset and one step of the first task.

import { makeEnv, tasks } from '../../envs/registry.ts'
import { engineBuild } from '../../sim/engine.ts'
import type { Finding } from './finding.ts'

export async function examinePhysics(): Promise<Finding> {
  try {
    const env = await makeEnv(tasks[0]!.id)
    env.reset({ seed: 0 })
    env.step(env.expert())
    env.dispose()
    return { id: 'physics', usable: true, why: engineBuild() }
  } catch (error) {
    return { id: 'physics', usable: false, why: error instanceof Error ? error.message : String(error) }
  }
}
