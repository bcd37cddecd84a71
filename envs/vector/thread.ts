// A vector environment whose worlds live in the calling thread.

import type { Autoreset, Env, VectorEnv } from '../contract.ts'
import { layVectorArrays, vectorBytes } from './arrays.ts'
import { checkPlan } from './checks.ts'
import { DrivenVectorEnv, type VectorDriver } from './driven.ts'
import { sizesOf, specOf } from './spec.ts'
import { Worlds } from './worlds.ts'

/** A vector environment of environments made by the caller, all of one task; it disposes of them. */
export function vectorEnvOf(envs: readonly Env[], autoreset: Autoreset): VectorEnv {
  checkPlan({ count: envs.length, autoreset })
  const spec = specOf(envs[0]!)
  const sizes = sizesOf(spec, envs.length)
  const arrays = layVectorArrays(sizes, new ArrayBuffer(vectorBytes(sizes).total))
  const worlds = new Worlds({ envs, arrays, from: 0, autoreset })
  const driver: VectorDriver = {
    arrays,
    run: async (command) => worlds[command](),
    dispose: async () => worlds.dispose(),
  }
  return new DrivenVectorEnv({ spec, count: envs.length, autoreset, driver })
}
