// Three real episodes of one start that rankings tell apart: the drawer is pulled, pulled half, and nobody moves.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { recordEpisode } from '../../envs/record.ts'
import { makeEnv } from '../../envs/registry.ts'
import { encodeRecording } from '../../sim/recording-codec.ts'

const horizon = 100

/** Writes a run's folder. */
export async function writeEpisodes(folder: string, seed = 7): Promise<void> {
  mkdirSync(join(folder, 'recordings'), { recursive: true })
  writeFileSync(join(folder, 'meta.json'), JSON.stringify({ config: { task: 'drawer-open' } }))
  const env = await makeEnv('drawer-open', { horizon })
  const still = new Float32Array(env.actionSpace.low.length)
  let step = 0
  const policies = {
    pulled: () => env.expert(),
    half: () => (step++ < horizon / 2 ? env.expert() : still),
    still: () => still,
  }
  for (const [name, decide] of Object.entries(policies)) {
    const recording = await recordEpisode(env, decide, { seed, policy: name })
    const file = seed === 7 ? name : `${name}-${seed}`
    writeFileSync(join(folder, 'recordings', `${file}.rec`), encodeRecording(recording))
  }
  env.dispose()
}
