// Many worlds of one registered task stepped together in this thread.

import type { Autoreset, EnvOptions, VectorEnv } from './contract.ts'
import { makeEnv } from './registry.ts'
import { checkPlan } from './vector/checks.ts'
import { makeEnvs } from './vector/make-envs.ts'
import { vectorEnvOf } from './vector/thread.ts'

export interface VectorEnvOptions extends Partial<EnvOptions> {
  /** Worlds; up to 64 a thread run at full speed. */
  readonly count: number
  readonly autoreset: Autoreset
}

/** `count` worlds of a task in this thread. */
export async function makeVectorEnv(id: string, options: VectorEnvOptions): Promise<VectorEnv> {
  const { count, autoreset, ...envOptions } = options
  checkPlan({ count, autoreset })
  return vectorEnvOf(await makeEnvs({ id, count, options: envOptions, make: makeEnv }), autoreset)
}
