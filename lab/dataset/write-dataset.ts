// Writes a dataset's folder, part by part; a folder is never overwritten.

import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { EnvOptions } from '../../envs/contract.ts'
import { UserError } from '../errors/user-error.ts'
import { systemError } from '../files/system-error.ts'
import { writeAtomic } from '../files/write-atomic.ts'
import { mean } from '../statistics/quantile.ts'
import { checkEpisode, type EpisodeWidth } from './check-episode.ts'
import type { DatasetPart } from './manifest.ts'
import type { OfflineEpisode } from './offline-dataset.ts'
import { episodeResult } from './outcome.ts'
import { encodePart } from './part-file.ts'

/** @throws UserError where something is there already, or nothing can be written */
export function makeDatasetFolder(folder: string): void {
  if (existsSync(folder)) {
    throw new UserError(
      `${folder} exists already, and recordings are never overwritten; choose another place: --out <folder>`,
    )
  }
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw systemError('create', folder, error)
  }
}

export interface WritePart {
  readonly folder: string
  /** Place in the dataset. */
  readonly index: number
  readonly about: Pick<DatasetPart, 'name' | 'policy' | 'noise'>
  readonly width: EpisodeWidth
  readonly options: EnvOptions
  readonly episodes: readonly OfflineEpisode[]
}

/** @throws UserError naming an episode whose numbers do not fit or are none */
export async function writePart(request: WritePart): Promise<DatasetPart> {
  const { folder, index, about, width, options, episodes } = request
  for (const episode of episodes) checkEpisode(episode, width)
  const file = `${index}-${about.name.replace(/[^\w.~-]+/g, '-')}.safetensors`
  const bytes = encodePart(episodes, width)
  await writeAtomic(join(folder, file), bytes)
  return { ...about, file, bytes: bytes.length, checksum: crc32(bytes), ...outcomes(episodes, options) }
}

function outcomes(episodes: readonly OfflineEpisode[], options: EnvOptions) {
  const results = episodes.map(({ rewards, success }) => episodeResult({ rewards, success, options }))
  const returns = results.map((result) => result.return)
  const seeds = episodes.map(({ seed }) => seed)
  const known = seeds.every((seed) => seed !== undefined)
  return {
    seeds: known ? ([least(seeds), most(seeds)] as [number, number]) : null,
    episodes: episodes.length,
    steps: episodes.reduce((sum, { steps }) => sum + steps, 0),
    successAny: mean(results.map(({ firstSuccess }) => Number(Number.isFinite(firstSuccess)))),
    successLast: mean(results.map(({ successLast }) => Number(successLast))),
    return: { mean: mean(returns), least: least(returns), most: most(returns) },
  }
}

function least(values: readonly number[]): number {
  return values.reduce((one, other) => Math.min(one, other))
}

function most(values: readonly number[]): number {
  return values.reduce((one, other) => Math.max(one, other))
}
