// A dataset as Minari keeps it: a folder that MINARI_DATASETS_PATH may point to.

import { join } from 'node:path'
import { makeEnv } from '../../envs/registry.ts'
import { encodeHdf5 } from '../dataset/formats/hdf5.ts'
import { minari, minariMetadata } from '../dataset/formats/minari.ts'
import type { OfflineDataset } from '../dataset/offline-dataset.ts'
import { makeFolder, writeWholeFolder } from '../dataset/whole-folder.ts'
import { writeAtomic } from '../files/write-atomic.ts'
import { datasetToExport, layoutNamed, noLabels } from './dataset-file.ts'
import type { ExportDocument } from './document.ts'
import type { ExportRequest } from './request.ts'

const FILE = 'data/main_data.hdf5'

export async function exportMinari(request: ExportRequest): Promise<ExportDocument> {
  noLabels(request, 'minari')
  layoutNamed(request.layout, [minari.id])
  const dataset = await datasetToExport(request)
  const id = `rapref/${dataset.task}/offline-v0`
  const folder = join(request.out ?? join(request.path, 'minari'), id)
  const spaces = await spacesOf(dataset)
  const bytes = await encodeHdf5(minari.encode(dataset))
  const metadata = minariMetadata(dataset, { ...spaces, bytes: bytes.length, id })
  await writeWholeFolder(folder, async (aside) => {
    makeFolder(join(aside, 'data'))
    await writeAtomic(join(aside, FILE), bytes)
    await writeAtomic(join(aside, 'data/metadata.json'), metadata)
  })
  return { from: request.path, to: 'minari', file: join(folder, FILE), bytes: bytes.length }
}

async function spacesOf({ task, options }: OfflineDataset) {
  const env = await makeEnv(task, options)
  try {
    return { observation: env.observationSpace, action: env.actionSpace }
  } finally {
    env.dispose()
  }
}
