// The episodes of one part as one safetensors file: the numbers of all episodes end to end, and a list of who they are.
//
//   observations [decisions + episodes, observation]   one more than decisions in each episode
//   actions [decisions, action], rewards [decisions], terms [decisions, names], success [decisions]

import { z } from 'zod'
import { decodeTensors, encodeTensors } from '../../agents/tensor/safetensors.ts'
import type { DatasetShape, OfflineDataset, OfflineEpisode } from './offline-dataset.ts'

const listSchema = z.array(
  z.object({
    id: z.string().min(1),
    seed: z.int().nullable(),
    steps: z.int().min(1),
    ending: z.enum(['time-limit', 'terminal']),
    hash: z.string().nullable(),
  }),
)

type Width = Pick<OfflineDataset, 'observationSize' | 'actionSize' | 'termNames'>

export class PartFileError extends Error {
  override readonly name = 'PartFileError'
}

export function encodePart(episodes: readonly OfflineEpisode[], width: Width): Uint8Array {
  const { observationSize, actionSize, termNames } = width
  const rows = episodes.reduce((sum, { steps }) => sum + steps, 0)
  const tensor = (columns: number, of: (episode: OfflineEpisode) => Float32Array | Uint8Array, extra = 0) => ({
    shape: [rows + extra, columns],
    values: joined(episodes.map(of), (rows + extra) * columns),
  })
  const list = episodes.map(({ id, seed, steps, ending, hash }) => {
    return { id, seed: seed ?? null, steps, ending, hash: hash ?? null }
  })
  return encodeTensors({
    tensors: {
      observations: tensor(observationSize, ({ observations }) => observations, episodes.length),
      actions: tensor(actionSize, ({ actions }) => actions),
      rewards: tensor(1, ({ rewards }) => rewards),
      terms: tensor(termNames.length, ({ terms }) => terms),
      success: tensor(1, ({ success }) => success),
    },
    metadata: { episodes: JSON.stringify(list) },
  })
}

/** @throws PartFileError or TensorFileError naming what is missing or of wrong size */
export function decodePart(bytes: Uint8Array, part: string, width: Width): DatasetShape['episodes'] {
  const { observationSize, actionSize, termNames } = width
  const { tensors, metadata } = decodeTensors(bytes)
  const list = listSchema.parse(JSON.parse(metadata.episodes ?? 'null'))
  const rows = list.reduce((sum, { steps }) => sum + steps, 0)
  const read = (name: string, columns: number, extra = 0) => {
    const tensor = tensors[name]
    if (tensor === undefined) throw new PartFileError(`it has no ${name}`)
    const expected = (rows + extra) * columns
    if (tensor.values.length === expected) return tensor.values
    throw new PartFileError(`${name} has ${tensor.values.length} numbers, expected ${rows + extra} x ${columns}`)
  }
  const observations = read('observations', observationSize, list.length)
  const actions = read('actions', actionSize)
  const rewards = read('rewards', 1)
  const terms = read('terms', termNames.length)
  const success = Uint8Array.from(read('success', 1))
  let row = 0
  return list.map(({ seed, hash, ...named }, index) => {
    const [start, end] = [row, row + named.steps]
    row = end
    return {
      ...named,
      part,
      seed: seed ?? undefined,
      hash: hash ?? undefined,
      observations: observations.subarray((start + index) * observationSize, (end + index + 1) * observationSize),
      actions: actions.subarray(start * actionSize, end * actionSize),
      rewards: rewards.subarray(start, end),
      terms: terms.subarray(start * termNames.length, end * termNames.length),
      success: success.subarray(start, end),
    }
  })
}

function joined(pieces: readonly (Float32Array | Uint8Array)[], length: number): Float32Array {
  const values = new Float32Array(length)
  let at = 0
  for (const piece of pieces) {
    values.set(piece, at)
    at += piece.length
  }
  return values
}
