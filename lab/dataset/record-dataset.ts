// Episodes of one task, played and written down: recordings that the page can show, an offline dataset, or both.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { EnvOptions } from '../../envs/contract.ts'
import { makeEnv } from '../../envs/registry.ts'
import { engineBuild } from '../../sim/engine.ts'
import { packageVersion } from '../../viewer/server/package-version.ts'
import { UserError } from '../errors/user-error.ts'
import { writeAtomic } from '../files/write-atomic.ts'
import { DatasetBook } from './dataset-book.ts'
import type { DatasetRequest, DatasetSetting } from './dataset-request.ts'
import { policyOf } from './mix.ts'
import type { DatasetSummary } from './outcome.ts'
import { playAll, threadsFor } from './players/play-all.ts'
import type { PlayJob } from './players/protocol.ts'
import { makeDatasetFolder } from './write-dataset.ts'

/**
 * @returns a summary of each part
 * @throws UserError when the folder exists or cannot be written, and when the signal is aborted
 */
export async function recordDataset(request: DatasetRequest): Promise<DatasetSummary[]> {
  const setting = await settingOf(request)
  makeDatasetFolder(request.folder)
  if (request.clips) await beginRecordings(request, setting.options)
  const jobs = jobsOf(request, setting.options)
  const book = new DatasetBook(request, setting, jobs)
  try {
    await playAll({
      jobs,
      threads: request.threads ?? threadsFor(jobs),
      signal: request.signal,
      played: (job, episode) => book.take(job, episode),
    })
  } catch (error) {
    if (request.signal.aborted) throw new UserError(`stopped; ${book.kept()} in ${request.folder}`, 'failed')
    throw error
  }
  return book.summaries()
}

async function settingOf({ task, options }: DatasetRequest): Promise<DatasetSetting> {
  const env = await makeEnv(task, options)
  try {
    const { termNames, observationSpace, actionSpace } = env
    const [observationSize, actionSize] = [observationSpace.low.length, actionSpace.low.length]
    return { options: env.options, width: { termNames, observationSize, actionSize } }
  } finally {
    env.dispose()
  }
}

/** meta.json is what the page knows a folder with recordings by. */
async function beginRecordings({ folder, task, mix, parts, seed }: DatasetRequest, options: EnvOptions): Promise<void> {
  mkdirSync(join(folder, 'recordings'))
  const method = parts.length === 1 ? policyOf(parts[0]!) : mix
  const meta = { task, method, seed, options, engine: engineBuild(), version: packageVersion() }
  await writeAtomic(join(folder, 'meta.json'), `${JSON.stringify(meta, null, 2)}\n`)
}

function jobsOf({ task, parts, clips, seed: first }: DatasetRequest, options: EnvOptions): PlayJob[] {
  let seed = first
  return parts.flatMap((part) => {
    const assignment = { task, options, part, clips }
    return Array.from({ length: part.episodes }, () => ({ assignment, seed: seed++ }))
  })
}
