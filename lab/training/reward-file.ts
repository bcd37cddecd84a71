// The reward model that a run has learned: its tensors in checkpoints/reward.safetensors, or in the newest checkpoint of a
// run that has not ended.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeTensors, encodeTensors } from '../../agents/tensor/safetensors.ts'
import type { SavedTensors } from '../../rewards/contract.ts'
import { UserError } from '../errors/user-error.ts'
import type { RunFolder } from '../run/run-folder.ts'
import { readCheckpoint, unprefixed } from './checkpoint.ts'

const FILE = 'checkpoints/reward.safetensors'

export async function writeReward(run: RunFolder, saved: SavedTensors): Promise<void> {
  const tensors = Object.entries(saved).map(([name, values]) => [name, { shape: [values.length], values }] as const)
  await run.write(FILE, encodeTensors({ tensors: Object.fromEntries(tensors), metadata: {} }))
}

/** @param path the run's folder. @returns undefined where it has learned none yet. @throws UserError naming a broken file */
export function readReward(path: string): SavedTensors | undefined {
  const file = join(path, FILE)
  if (!existsSync(file)) return fromCheckpoint(path)
  try {
    const { tensors } = decodeTensors(readFileSync(file))
    return Object.fromEntries(Object.entries(tensors).map(([name, { values }]) => [name, values]))
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error)
    throw new UserError(`the reward model ${file} is broken (${found}); expected the file as rapref wrote it`, 'failed')
  }
}

function fromCheckpoint(path: string): SavedTensors | undefined {
  const checkpoint = readCheckpoint({ path, file: (name) => join(path, name) })
  const saved = checkpoint && unprefixed('reward', checkpoint.tensors)
  return saved && Object.keys(saved).length > 0 ? saved : undefined
}
