// A planned run from wherever it stands to its summary: from nothing, from its newest checkpoint, or from the last line
// of its metrics.

import { existsSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { engineBuild, loadEngine } from '../../../sim/engine.ts'
import { newRun, trainAndReport } from '../../commands/training-run.ts'
import { writeAtomic } from '../../files/write-atomic.ts'
import { renderReport } from '../../report/report.ts'
import { readRun } from '../../run/read-run.ts'
import { type RunFolder, resumeRun } from '../../run/run-folder.ts'
import type { RunSummary } from '../../run/summary.ts'
import { plannedConfig } from '../plan/plan.ts'
import type { RunLog } from './run-log.ts'
import type { WorkOptions } from './work-options.ts'

export async function learnRun(options: WorkOptions & { log: RunLog }): Promise<RunSummary> {
  const { out, run, signal, log } = options
  const folder = join(out, run.name)
  if (summaryOf(folder) === undefined) {
    const { reporter } = log
    await trainAndReport({ run: await openRun(folder, options), reporter, signal })
  }
  await complete(folder)
  return summaryOf(folder)!
}

/** Undefined where the run has not reached its end. */
function summaryOf(folder: string): RunSummary | undefined {
  if (!existsSync(join(folder, 'meta.json'))) return undefined
  const { final } = readRun(folder).measured
  if (final === undefined) return undefined
  const { kind: _, ...summary } = final
  return summary
}

async function openRun(folder: string, { out, plan, run, log }: WorkOptions & { log: RunLog }): Promise<RunFolder> {
  await loadEngine()
  if (existsSync(join(folder, 'meta.json'))) return resumeRun(folder, engineBuild(), (text) => log.line(text))
  // Killed before its first lines were written: nothing is in it yet.
  rmSync(folder, { recursive: true, force: true })
  const settings = Object.entries(run.settings).map(([key, value]) => `${key}=${value}`)
  return newRun({
    config: plannedConfig(plan, run),
    source: plan.source,
    folder: out,
    name: run.name,
    command: ['rapref train', plan.source.replace(/^preset /, ''), ...settings].join(' '),
  })
}

/** What a kill between the last line and the mark of the sweep may have left undone. */
async function complete(folder: string): Promise<void> {
  const report = join(folder, 'report.html')
  if (!existsSync(report)) await writeAtomic(report, renderReport(readRun(folder)))
  const metrics = await open(join(folder, 'metrics.jsonl'), 'r+')
  try {
    await metrics.sync()
  } finally {
    await metrics.close()
  }
}
