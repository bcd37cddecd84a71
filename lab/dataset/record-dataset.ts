// Episodes of one task, played and written down: a folder that the page can show and other commands can read.

import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { EnvOptions } from '../../envs/contract.ts'
import { recordEpisode } from '../../envs/record.ts'
import { makeEnv } from '../../envs/registry.ts'
import { engineBuild } from '../../sim/engine.ts'
import { encodeRecording } from '../../sim/recording-codec.ts'
import { packageVersion } from '../../viewer/server/package-version.ts'
import { UserError } from '../errors/user-error.ts'
import { systemError } from '../files/system-error.ts'
import { writeAtomic } from '../files/write-atomic.ts'
import type { Reporter } from '../reporter/reporter.ts'
import type { Behaviour } from './behaviours.ts'
import { type DatasetSummary, type EpisodeResult, episodeResult, summarise } from './outcome.ts'

export interface DatasetRequest {
  readonly task: string
  readonly options: Partial<EnvOptions>
  readonly behaviour: Behaviour
  readonly episodes: number
  /** Of the first episode; the others follow. */
  readonly seed: number
  /** Created; must not exist. */
  readonly folder: string
  readonly reporter: Reporter
  readonly signal: AbortSignal
}

/** @throws UserError when the folder exists or cannot be written, and when the signal is aborted. */
export async function recordDataset(request: DatasetRequest): Promise<DatasetSummary> {
  const { task, options, behaviour, episodes, seed: first, folder, signal } = request
  const env = await makeEnv(task, options)
  const results: EpisodeResult[] = []
  let seconds = 0
  try {
    await beginFolder(request)
    for (let seed = first; seed < first + episodes; seed++) {
      if (signal.aborted) throw new UserError(`stopped; ${results.length} whole recordings are in ${folder}`, 'failed')
      const began = performance.now()
      const recording = await recordEpisode(env, behaviour.act(env, seed), { seed, policy: behaviour.policy })
      seconds += (performance.now() - began) / 1000
      await writeAtomic(join(folder, 'recordings', `${seed}.rec`), encodeRecording(recording))
      results.push(episodeResult(recording))
      tell(request, results, seconds)
    }
  } finally {
    env.dispose()
  }
  return summarise(task, results, seconds)
}

async function beginFolder({ folder, task, behaviour, seed, options }: DatasetRequest): Promise<void> {
  if (existsSync(folder)) {
    throw new UserError(
      `${folder} exists already, and recordings are never overwritten; choose another place: --out <folder>`,
    )
  }
  try {
    mkdirSync(join(folder, 'recordings'), { recursive: true })
  } catch (error) {
    throw systemError('create', folder, error)
  }
  const meta = { task, method: behaviour.policy, seed, options, engine: engineBuild(), version: packageVersion() }
  await writeAtomic(join(folder, 'meta.json'), `${JSON.stringify(meta, null, 2)}\n`)
}

function tell({ reporter, task, episodes }: DatasetRequest, results: readonly EpisodeResult[], seconds: number): void {
  const { successAny, stepsPerSecond } = summarise(task, results, seconds)
  const steps = results.reduce((sum, result) => sum + result.steps, 0)
  reporter.report({
    kind: 'progress',
    phase: task,
    steps,
    stepBudget: Math.round((steps / results.length) * episodes),
    stepsPerSecond,
    labels: 0,
    labelBudget: 0,
    rewardAccuracy: null,
    success: successAny,
    secondsLeft: (seconds / results.length) * (episodes - results.length),
  })
}
