// All or none: when one world cannot be made, those made before it are disposed of.

import type { Env, EnvOptions, MakeEnv } from '../contract.ts'

export async function makeEnvs(request: {
  readonly id: string
  readonly count: number
  readonly options: Partial<EnvOptions>
  readonly make: MakeEnv
}): Promise<Env[]> {
  const envs: Env[] = []
  try {
    while (envs.length < request.count) envs.push(await request.make(request.id, request.options))
  } catch (error) {
    for (const env of envs) env.dispose()
    throw error
  }
  return envs
}
