// A dataset as Minari keeps it: a folder that MINARI_DATASETS_PATH may point to.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { makeEnv } from '../../envs/registry.ts'
import { encodeHdf5 } from '../dataset/formats/hdf5.ts'
import { minari, minariMetadata } from '../dataset/formats/minari.ts'
import type { OfflineDataset } from '../dataset/offline-dataset.ts'
import { UserError } from '../errors/user-error.ts'
import { writeAtomic } from '../files/write-atomic.ts'
import { datasetToExport, writeExport } from './dataset-file.ts'
import type { ExportDocument } from './document.ts'
import type { ExportRequest } from './request.ts'

export async function exportMinari(request: ExportRequest): Promise<ExportDocument> {
  const dataset = await datasetToExport(request)
  const id = `rapref/${dataset.task}/offline-v0`
  const folder = join(request.out ?? join(request.path, 'minari'), id, 'data')
  if (existsSync(folder)) throw new UserError(`${folder} exists already; choose another place: --out <folder>`)
  const spaces = await spacesOf(dataset)
  const bytes = await encodeHdf5(minari.encode(dataset))
  const written = await writeExport(request, 'minari', { file: join(folder, 'main_data.hdf5'), bytes })
  await writeAtomic(join(folder, 'metadata.json'), minariMetadata(dataset, { ...spaces, bytes: bytes.length, id }))
  return written
}

async function spacesOf({ task, options }: OfflineDataset) {
  const env = await makeEnv(task, options)
  try {
    return { observation: env.observationSpace, action: env.actionSpace }
  } finally {
    env.dispose()
  }
}
