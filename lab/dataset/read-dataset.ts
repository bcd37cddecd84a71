// Reads a dataset: its part files, or a folder of recordings, which are simulated again for their observations.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { UserError } from '../errors/user-error.ts'
import { systemError } from '../files/system-error.ts'
import { type DatasetManifest, type DatasetPart, isDataset, readManifest } from './manifest.ts'
import type { OfflineDataset, OfflineEpisode } from './offline-dataset.ts'
import { decodePart } from './part-file.ts'
import { simulateRecordings } from './simulate-recordings.ts'

/**
 * @param path what `rapref record` or `rapref import` wrote; observations of recordings without them are simulated
 * @throws UserError naming the file that is missing or damaged
 */
export async function readDataset(path: string): Promise<OfflineDataset> {
  if (isDataset(path)) return readParts(path)
  if (existsSync(path)) return simulateRecordings(path)
  throw new UserError(
    `found nothing at ${path}, expected a dataset; to make one, type: rapref record drawer-open --mix standard`,
  )
}

function readParts(path: string): OfflineDataset {
  const { parts, task, options, engine, observationSize, actionSize, termNames }: DatasetManifest = readManifest(path)
  return {
    path,
    ...{ task, options, observationSize, actionSize, termNames },
    engine: engine ?? undefined,
    parts: parts.map(({ name }) => name),
    origins: parts.map(({ name, policy, noise }) => ({ name, policy, noise })),
    episodes: parts.flatMap((part) => readPart(path, part, { observationSize, actionSize, termNames })),
  }
}

function readPart(
  folder: string,
  { name, file, bytes: size, checksum, episodes: count }: DatasetPart,
  width: Pick<OfflineDataset, 'observationSize' | 'actionSize' | 'termNames'>,
): readonly OfflineEpisode[] {
  const path = join(folder, file)
  const bytes = read(path)
  if (bytes.length !== size) throw damaged(path, `found ${bytes.length} bytes, expected ${size}`)
  if (crc32(bytes) !== checksum) throw damaged(path, 'its checksum is not the one in dataset.json')
  try {
    const episodes = decodePart(bytes, name, width)
    if (episodes.length === count) return episodes
    throw new Error(`found ${episodes.length} episodes, expected ${count}`)
  } catch (error) {
    throw damaged(path, error instanceof Error ? error.message : String(error))
  }
}

function read(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw systemError('read', path, error)
  }
}

function damaged(path: string, found: string): UserError {
  return new UserError(`${path} is damaged (${found}); put it back from a copy, or record the dataset anew`, 'failed')
}
