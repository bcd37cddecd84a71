// What `start` and `train` share: a run folder, training in it, its report, and the lines that end it.

import { chooseExecutor } from '../../agents/tensor/executors/choose.ts'
import { qualityMeasures } from '../../rewards/quality/measures.ts'
import { engineBuild, loadEngine } from '../../sim/engine.ts'
import type { LoadedConfig } from '../config/load.ts'
import { InterruptedError } from '../errors/interrupted-error.ts'
import { UserError } from '../errors/user-error.ts'
import { readRunQuality } from '../labelling/run-quality.ts'
import { percent, percentRange, trim } from '../report/numbers.ts'
import { renderReport } from '../report/report.ts'
import { durationWords } from '../reporter/words.ts'
import { readRun } from '../run/read-run.ts'
import { createRun, type RunFolder } from '../run/run-folder.ts'
import { defaultRunName } from '../run/run-name.ts'
import type { RunSummary } from '../run/summary.ts'
import type { TrainOptions } from '../run/train-options.ts'
import { train } from '../training/train.ts'
import { stepsOf } from '../training/worlds.ts'
import type { Outcome } from './command.ts'

export interface NewRun extends LoadedConfig {
  readonly folder: string
  readonly name: string | undefined
  /** What was typed. */
  readonly command: string
}

export async function newRun({ config, source, folder, name, command }: NewRun): Promise<RunFolder> {
  // Before anything is written: some settings only make sense together, and not every device works here.
  stepsOf(config)
  const { id: executor } = await chooseExecutor(config.device)
  await loadEngine()
  const now = new Date()
  return createRun({
    folder,
    name: name ?? defaultRunName(config, now),
    config,
    origin: {
      engine: engineBuild(),
      executors: [executor],
      started: now.toISOString(),
      command,
      source,
    },
  })
}

/** Trains to the end and writes the report. Closes the run whatever happens. */
export async function trainAndReport(options: TrainOptions): Promise<Outcome> {
  const { run } = options
  try {
    const summary = await train(options)
    await run.write('report.html', renderReport(readRun(run.path)))
    return { document: summary, text: renderEnd(summary, run) }
  } catch (error) {
    throw sayHowToGoOn(error, run)
  } finally {
    run.close()
  }
}

function renderEnd(summary: RunSummary, { path, config }: RunFolder): string {
  const { success, successInterval, minutes, steps, labels, heldOutLabelAccuracy, rewardSpearman } = summary
  const reward = [
    heldOutLabelAccuracy === null ? undefined : `${percent(heldOutLabelAccuracy)} of held-out answers predicted`,
    rewardSpearman === null ? undefined : `rank correlation with the true reward ${trim(rewardSpearman, 2)}`,
  ].filter((part) => part !== undefined)
  const found = readRunQuality(path)
  const measures = found ? qualityMeasures(found.quality) : []
  return [
    '',
    `Success ${percent(success)} on ${config.evaluation.episodes} held-out seeds (95% interval ${percentRange(successInterval)})`,
    `  took     ${durationWords(minutes * 60)}, ${steps.toLocaleString('en-US')} steps, ${labels} labels`,
    `  reward   ${reward.join(', ') || 'not measured'}`,
    ...measures.map(({ text }) => `  answers  ${text}`),
    `  run      ${path}`,
    `  report   ${path}/report.html`,
    `  next     rapref eval ${path} --episodes 200`,
  ].join('\n')
}

/** A full disk, for one, ends the run and not the work done. */
function sayHowToGoOn(error: unknown, { path }: RunFolder): unknown {
  if (!(error instanceof UserError) || error instanceof InterruptedError || error.kind !== 'failed') return error
  return new UserError(`${error.message} When that is mended, type: rapref train --resume ${path}`, 'failed')
}
