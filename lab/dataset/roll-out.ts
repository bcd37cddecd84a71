// One episode of the policy that a run kept, from any start: what the page shows where nobody recorded one.

import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { loadNodeRuntime } from '../../agents/tensor/executors/node-runtime.ts'
import { openOnnxPolicy } from '../../agents/tensor/executors/onnx-policy.ts'
import { recordEpisode } from '../../envs/record.ts'
import { makeEnv } from '../../envs/registry.ts'
import type { Recording } from '../../sim/recording.ts'
import { readRun } from '../run/read-run.ts'

/** @param folder of a run that has written its policy.onnx */
export async function rollOut(folder: string, seed: number): Promise<Recording> {
  const { task, horizon, physics, actionRepeat, robot } = readRun(folder).config
  const policy = await openOnnxPolicy(await readFile(join(folder, 'policy.onnx')), await loadNodeRuntime())
  const env = await makeEnv(task, { horizon, physics, actionRepeat, robot })
  const act = async (observation: Float32Array) => {
    const action = await policy.act(observation.slice(), 1)
    return action.map((value) => Math.min(1, Math.max(-1, value)))
  }
  try {
    return await recordEpisode(env, act, { seed, policy: `${basename(folder)} as it was kept` })
  } finally {
    env.dispose()
    await policy.dispose()
  }
}
