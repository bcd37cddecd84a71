// Rankings of factors for the page: tried on a run's recordings, and made a run of their own.

import { existsSync, readdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { namedFactors } from '../../rewards/factors/named.ts'
import type { RankingJudgement } from '../../viewer/protocol/ranking.ts'
import { RankingError, type RankingRoom } from '../../viewer/server/ranking-desk.ts'
import { resolveConfig } from '../config/load.ts'
import { taskOrder } from '../config/ranking.ts'
import { UserError } from '../errors/user-error.ts'
import { rankedFactors } from '../training/ranking.ts'
import { drawSample, type RankingSample, seriesWords } from './sample.ts'
import { runStarter } from './start-run.ts'
import { verdictsOf } from './verdicts.ts'

interface RoomOptions {
  /** Of runs. */
  readonly folder: string
  readonly log: (line: string) => void
}

export interface OpenRankingRoom extends RankingRoom {
  /** Stops a run that was started here. */
  close(): Promise<void>
}

export function rankingRoom({ folder, log }: RoomOptions): OpenRankingRoom {
  const samples = new Map<string, { readonly recordings: number; readonly sample: RankingSample }>()
  const starter = runStarter({ folder, log })

  /** Drawn once, and anew when the run has recorded more. */
  async function sampleOf(run: string): Promise<RankingSample> {
    const recordings = recordingsOf(folder, run)
    const known = samples.get(run)
    if (known?.recordings === recordings) return known.sample
    const sample = await drawSample(folder, run)
    samples.set(run, { recordings, sample })
    return sample
  }

  return {
    judge: ({ run, order }) =>
      said(async (): Promise<RankingJudgement> => {
        const sample = await sampleOf(run)
        const { task, series, pairs } = sample
        const tried = order ?? taskOrder(task) ?? []
        const { verdicts, notes } = verdictsOf(sample, factorsOf(task, tried, series))
        const factors = [
          ...series.map((name) => ({ name, describe: seriesWords(name) })),
          ...Object.entries(namedFactors).map(([name, { describe }]) => ({ name, describe })),
        ]
        return { task, order: [...tried], factors, pairs: [...pairs], verdicts: [...verdicts], notes: [...notes] }
      }),
    start: ({ task, order }) => said(() => starter.start({ task, order })),
    close: starter.close,
  }
}

function factorsOf(task: string, order: readonly string[], series: readonly string[]) {
  if (order.length === 0) return []
  return rankedFactors({ task, order: [...order], ranking: resolveConfig(new Map()).ranking }, series)
}

/** @throws UserError for what is no run of the folder, such as a path that leads out of it */
function recordingsOf(folder: string, run: string): number {
  const path = resolve(folder, run)
  const inside = relative(resolve(folder), path)
  const recordings = join(path, 'recordings')
  if (inside === '' || inside.startsWith('..') || !existsSync(recordings)) {
    throw new UserError(`there are no recordings of a run ${JSON.stringify(run)} here`)
  }
  return readdirSync(recordings).length
}

/** What is told to whoever typed a command is told to the page as well. */
async function said<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof UserError ? new RankingError(error.message) : error
  }
}
