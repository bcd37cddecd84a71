// A run's policy as one ONNX file: observations of the task in, actions out, for any number of rows.

import { writeAtomic } from '../files/write-atomic.ts'
import { openRunPolicy } from '../training/run-policy.ts'
import type { ExportDocument } from './document.ts'

/** @param path the run's folder; @param out default `policy.onnx` in it */
export async function exportOnnx(path: string, out = `${path}/policy.onnx`): Promise<ExportDocument> {
  const policy = await openRunPolicy(path)
  try {
    const bytes = policy.export()
    await writeAtomic(out, bytes)
    return { from: path, to: 'onnx', file: out, bytes: bytes.length }
  } finally {
    await policy.dispose()
  }
}
