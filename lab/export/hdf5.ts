// A dataset as one HDF5 file, in the layout of D4RL or of Robomimic.

import { join } from 'node:path'
import { flat } from '../dataset/formats/flat.ts'
import { encodeHdf5 } from '../dataset/formats/hdf5.ts'
import { robomimic } from '../dataset/formats/robomimic.ts'
import { datasetToExport, layoutNamed, noLabels, writeExport } from './dataset-file.ts'
import type { ExportDocument } from './document.ts'
import type { ExportRequest } from './request.ts'

const layouts = [flat, robomimic]

export async function exportHdf5(request: ExportRequest): Promise<ExportDocument> {
  noLabels(request, 'hdf5')
  const named = layoutNamed(
    request.layout,
    layouts.map(({ id }) => id),
  )
  const layout = layouts.find(({ id }) => id === named)!
  const dataset = await datasetToExport(request)
  const bytes = await encodeHdf5(layout.encode(dataset))
  return writeExport(request, 'hdf5', { file: request.out ?? join(request.path, `${layout.id}.hdf5`), bytes })
}
