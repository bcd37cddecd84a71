// A dataset as numpy's npz: all steps end to end; or, with answers, the segments that were compared and their labels.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { aboutText } from '../dataset/formats/about.ts'
import type { ArrayFile } from '../dataset/formats/array-file.ts'
import { flat } from '../dataset/formats/flat.ts'
import { encodeNpz } from '../dataset/formats/npz.ts'
import { preferenceLayouts } from '../dataset/formats/preferences/layouts.ts'
import { pairsOf } from '../dataset/formats/preferences/pairs.ts'
import { LABELS_FILE } from '../dataset/labels-file.ts'
import type { OfflineDataset } from '../dataset/offline-dataset.ts'
import { UserError } from '../errors/user-error.ts'
import { readText } from '../files/read-text.ts'
import { datasetToExport, layoutNamed, writeExport } from './dataset-file.ts'
import type { ExportDocument } from './document.ts'
import type { ExportRequest } from './request.ts'

export async function exportNpz(request: ExportRequest): Promise<ExportDocument> {
  const { layout, out, path } = request
  const ofPairs = preferenceLayouts.map(({ id }) => id)
  const named = layoutNamed(layout, request.labels === undefined ? [flat.id, ...ofPairs] : ofPairs)
  const labels = request.labels ?? ownLabels(path)
  const dataset = await datasetToExport(request)
  const file = named === flat.id ? flat.encode(dataset) : pairFile(dataset, named, labels)
  return writeExport(request, 'npz', { file: out ?? join(path, `${named}.npz`), bytes: await encodeNpz(file) })
}

/** Of an imported dataset that came with answers. */
function ownLabels(path: string): string | undefined {
  const own = join(path, LABELS_FILE)
  return existsSync(own) ? own : undefined
}

function pairFile(dataset: OfflineDataset, named: string, labels: string | undefined): ArrayFile {
  if (labels === undefined) {
    throw new UserError(`the layout ${named} holds answers, found none; type --labels <labels.jsonl>`)
  }
  const pairs = pairsOf(dataset, new TextEncoder().encode(readText(labels)), labels)
  const layout = preferenceLayouts.find(({ id }) => id === named)!
  const answers = pairs.pairs.map(({ by, at }) => ({ by, at }))
  return { arrays: layout.encode(pairs), about: aboutText({ ...dataset, episodes: [] }, answers) }
}
