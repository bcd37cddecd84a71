// The policy that a run keeps: its learner's tensors in checkpoints/policy.safetensors.

import { existsSync, readFileSync } from 'node:fs'
import type { SavedTensors } from '../../agents/contract.ts'
import { decodeTensors, encodeTensors } from '../../agents/tensor/safetensors.ts'
import { UserError } from '../errors/user-error.ts'
import type { RunFolder } from '../run/run-folder.ts'

const FILE = 'checkpoints/policy.safetensors'

export interface KeptPolicy {
  /** Environment steps that it had learned from. */
  readonly steps: number
  readonly learner: SavedTensors
}

export async function writePolicy(run: RunFolder, { steps, learner }: KeptPolicy): Promise<void> {
  const tensors = Object.entries(learner).map(([name, values]) => [name, { shape: [values.length], values }] as const)
  await run.write(FILE, encodeTensors({ tensors: Object.fromEntries(tensors), metadata: { steps: `${steps}` } }))
}

/** @param path the run's folder. @throws UserError where there is no policy yet, or a broken one */
export function readPolicy(path: string): KeptPolicy {
  const file = `${path}/${FILE}`
  if (!existsSync(file)) throw new UserError(`${path} has no policy yet; it keeps one from its first evaluation on`)
  try {
    const { tensors, metadata } = decodeTensors(readFileSync(file))
    const learner = Object.entries(tensors).map(([name, { values }]) => [name, values] as const)
    return { steps: Number(metadata.steps), learner: Object.fromEntries(learner) }
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error)
    throw new UserError(`the policy ${file} is broken (${found}); expected the file as rapref wrote it`, 'failed')
  }
}
