// One run, from an empty folder (or a checkpoint) to its summary.

import type { VectorStep } from '../../envs/contract.ts'
import { methodNamed } from '../methods/methods.ts'
import type { RunSummary } from '../run/summary.ts'
import type { TrainOptions } from '../run/train-options.ts'
import { readCheckpoint, restoreCheckpoint } from './checkpoint.ts'
import { diverged } from './diverged.ts'
import { Judge } from './judge.ts'
import { hasPreferences, type Laboratory } from './laboratory.ts'
import { Monitor } from './monitor.ts'
import { type MovesOptions, onlineMoves, preferenceMoves } from './moves.ts'
import { offlineFigures } from './offline/figures.ts'
import { isOffline } from './offline/laboratory.ts'
import { offlineMoves } from './offline/moves.ts'
import { hasPerson, stopAsking } from './person/laboratory.ts'
import { personMoves } from './person/moves.ts'
import { passRecordedEpisodes } from './person/open.ts'
import { policyExport } from './policy-export.ts'
import { writePolicy } from './policy-file.ts'
import { writeReward } from './reward-file.ts'
import { setUp, takeDown } from './set-up.ts'

export interface TrainSeams {
  /** What of each step is handed to the learner's side; a test spoils what must not count. */
  readonly handOver?: (step: VectorStep) => VectorStep
}

/** @throws InterruptedError after a checkpoint when the signal is aborted */
export async function train(options: TrainOptions, seams: TrainSeams = {}): Promise<RunSummary> {
  const { run, reporter, viewer, signal } = options
  const checkpoint = readCheckpoint(run)
  run.metrics.truncate(checkpoint?.state.metrics ?? 0)
  const earlier = checkpoint?.state.counters.earlierSeconds ?? 0
  const began = performance.now()
  const clock = () => earlier + (performance.now() - began) / 1000
  const monitor = new Monitor({ run, config: run.config, reporter, viewer, clock })
  const journalLength = checkpoint?.state.journal ?? 0
  const lab = await setUp({ run, monitor, journalLength, handOver: seams.handOver, label: options.label })
  const judge = await Judge.create(lab)
  try {
    monitor.begin()
    if (checkpoint) await restoreCheckpoint(lab, judge, checkpoint)
    if (hasPerson(lab)) passRecordedEpisodes(lab)
    await follow({ run, lab, judge, signal })
    if (hasPerson(lab)) await stopAsking(lab)
    const summary = await finish(options, lab, judge)
    monitor.end('finished')
    return summary
  } catch (thrown) {
    const error = diverged(thrown, run)
    monitor.end(signal.aborted ? 'stopped' : 'failed', error instanceof Error ? error.message : String(error))
    throw error
  } finally {
    await judge.dispose()
    await takeDown(lab)
  }
}

/** Runs the method on the moves that its laboratory allows. */
async function follow({ lab, ...options }: MovesOptions): Promise<void> {
  const method = methodNamed(lab.config.method)
  if (method.reward === 'true') return method.run(onlineMoves({ ...options, lab }))
  if (method.reward === 'offline') {
    if (isOffline(lab)) return method.run(offlineMoves({ ...options, lab }))
    throw new TypeError(`${method.id} was set up without data`)
  }
  if (hasPerson(lab)) return method.run(personMoves({ ...options, lab }))
  if (hasPreferences(lab)) return method.run(preferenceMoves({ ...options, lab }))
  throw new TypeError(`${method.id} was set up without preferences`)
}

function rewardFigures({ spearman, heldOutAccuracy }: Monitor) {
  return { rewardSpearman: spearman, heldOutLabelAccuracy: heldOutAccuracy }
}

async function finish({ run }: TrainOptions, lab: Laboratory, judge: Judge): Promise<RunSummary> {
  const { config, counters, monitor } = lab
  const { learner } = lab.practice
  monitor.phase('final evaluation')
  const score = await judge.atTheEnd(lab)
  if (!judge.best) await writePolicy(run, { steps: counters.steps, learner: learner.save() })
  if (hasPreferences(lab)) await writeReward(run, lab.preferences.reward.save())
  await run.write('policy.onnx', learner.exportPolicy(policyExport(config, lab.worlds.observationSize)))
  await monitor.clip('final', 'final', counters, await judge.film(lab))
  const summary: RunSummary = {
    run: run.path,
    task: config.task,
    method: config.method,
    seed: config.seed,
    labels: counters.questions,
    steps: counters.steps,
    minutes: monitor.seconds() / 60,
    success: score.success,
    successInterval: [...score.successInterval],
    ...(isOffline(lab) ? offlineFigures(run) : rewardFigures(monitor)),
  }
  run.metrics.append({ kind: 'final', ...summary })
  return summary
}
