// Which recordings a report shows: for every condition and task one policy that is neither the best nor the worst.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { RunRecord } from '../../run/read-run.ts'
import { percent } from '../numbers.ts'
import { cellOf, type FinishedStudyRun, type Study, successOf } from '../study/study.ts'

export interface ChosenClip {
  /** What it shows, in words. */
  readonly title: string
  /** Of the recording. */
  readonly file: string
}

/** The run of median success of each cell, in the study's order; at most `most`, the first of each condition first. */
export function studyClips(study: Study, most: number): ChosenClip[] {
  const byTask = study.tasks.flatMap((task) =>
    study.conditions.flatMap((condition) => {
      const runs = cellOf(study, condition, task).filter(({ path }) => existsSync(finalClip(path)))
      return runs.length === 0 ? [] : [middleRun(runs)]
    }),
  )
  return byTask.slice(0, most).map((run) => ({
    title: `${run.task}, ${run.condition}, seed ${run.seed}: ${percent(successOf(run))} success`,
    file: finalClip(run.path),
  }))
}

/** The policy at the end of a run; none while it goes on. */
export function runClips({ path, meta }: RunRecord, most: number): ChosenClip[] {
  const file = finalClip(path)
  return existsSync(file) && most > 0 ? [{ title: `${meta.task}, the final policy`, file }] : []
}

function middleRun(runs: readonly FinishedStudyRun[]): FinishedStudyRun {
  const sorted = [...runs].sort((a, b) => successOf(a) - successOf(b) || a.seed - b.seed)
  return sorted[Math.floor((sorted.length - 1) / 2)]!
}

/** Training films the final policy under this name. */
function finalClip(path: string): string {
  return join(path, 'recordings', 'final.rec')
}
