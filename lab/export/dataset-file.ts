// What exports of datasets share: the dataset, the layout, and where the file goes.

import { dirname } from 'node:path'
import { unknownName } from '../../sim/names.ts'
import type { OfflineDataset } from '../dataset/offline-dataset.ts'
import { readDataset } from '../dataset/read-dataset.ts'
import { makeFolder } from '../dataset/whole-folder.ts'
import { UserError } from '../errors/user-error.ts'
import { writeAtomic } from '../files/write-atomic.ts'
import type { ExportDocument } from './document.ts'
import type { ExportRequest } from './request.ts'

/** @throws UserError where there is nothing, or it does not happen again */
export async function datasetToExport({ path, log }: ExportRequest): Promise<OfflineDataset> {
  const dataset = await readDataset(path)
  log(`${dataset.episodes.length} episodes of ${dataset.task}: ${dataset.parts.join(', ')}`)
  return dataset
}

/** @throws UserError where answers are given to a format that has no place for them */
export function noLabels({ labels }: ExportRequest, to: string): void {
  if (labels === undefined) return
  throw new UserError(`found --labels ${labels} with --to ${to}, which holds episodes alone; type --to npz`)
}

/** The first where none is typed. @throws UserError naming the nearest */
export function layoutNamed(typed: string | undefined, known: readonly string[]): string {
  if (typed === undefined || known.includes(typed)) return typed ?? known[0]!
  throw new UserError(unknownName('layout', typed, known))
}

export async function writeExport(
  { path }: ExportRequest,
  to: string,
  { file, bytes }: { readonly file: string; readonly bytes: Uint8Array },
): Promise<ExportDocument> {
  makeFolder(dirname(file))
  await writeAtomic(file, bytes)
  return { from: path, to, file, bytes: bytes.length }
}
