// A run's policy as one ONNX file: observations of the task in, actions out, for any number of rows.

import { makeEnv } from '../../envs/registry.ts'
import { writeAtomic } from '../files/write-atomic.ts'
import { readRun } from '../run/read-run.ts'
import { policyExport } from '../training/policy-export.ts'
import { openRunPolicy } from '../training/run-policy.ts'
import type { ExportDocument } from './document.ts'

/** @param path the run's folder; @param out default `policy.onnx` in it */
export async function exportOnnx(path: string, out = `${path}/policy.onnx`): Promise<ExportDocument> {
  const { config } = readRun(path)
  const env = await makeEnv(config.task)
  const sizes = { observationSize: env.observationSpace.low.length, actionSize: env.actionSpace.low.length }
  env.dispose()
  const policy = await openRunPolicy(path, sizes)
  try {
    const bytes = policy.export(policyExport(config, sizes.observationSize))
    await writeAtomic(out, bytes)
    return { from: path, to: 'onnx', file: out, bytes: bytes.length }
  } finally {
    await policy.dispose()
  }
}
