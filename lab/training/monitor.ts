// What a run tells the outside: the terminal, the page and metrics.jsonl. It listens and changes nothing.

import type { RewardModel } from '../../rewards/contract.ts'
import type { FitReport } from '../../rewards/models/fit.ts'
import type { PairScore } from '../../rewards/models/pair-score.ts'
import type { Recording } from '../../sim/recording.ts'
import { encodeRecording } from '../../sim/recording-codec.ts'
import type { Config } from '../config/schema.ts'
import type { Reporter } from '../reporter/reporter.ts'
import type { Metric } from '../run/metrics.ts'
import type { RunFolder } from '../run/run-folder.ts'
import type { TrainOptions } from '../run/train-options.ts'
import { rankCorrelation } from '../statistics/rank-correlation.ts'
import type { Behaviour } from './behaviour.ts'
import type { Counters } from './counters.ts'
import type { Score } from './evaluate.ts'
import type { Round } from './round.ts'
import { episodeRows, type RowSizes } from './rows.ts'

/** Points of the scatter of learned against true reward. */
const SCATTER = 400
/** Seconds from one progress line in metrics.jsonl to the next. */
const PROGRESS_EVERY = 2

export interface MonitorOptions {
  readonly run: RunFolder
  readonly config: Config
  readonly reporter: Reporter
  readonly viewer: TrainOptions['viewer']
  /** Seconds since the run began, earlier parts included. */
  readonly clock: () => number
}

export class Monitor {
  readonly #options: MonitorOptions
  #phase = 'preparing'
  #success: number | null = null
  #accuracy: number | null = null
  #spearman: number | null = null
  #lastRound: Round | undefined
  #rate: Rate
  #toldAt = Number.NEGATIVE_INFINITY

  constructor(options: MonitorOptions) {
    this.#options = options
    this.#rate = new Rate(options.clock)
  }

  get heldOutAccuracy(): number | null {
    return this.#accuracy
  }

  get spearman(): number | null {
    return this.#spearman
  }

  seconds(): number {
    return this.#options.clock()
  }

  phase(name: string): void {
    if (name === this.#phase) return
    this.#phase = name
    this.#options.reporter.report({ kind: 'phase', name })
  }

  note(text: string): void {
    this.#options.reporter.report({ kind: 'note', text })
  }

  /** A phase in which nothing happens for a while. */
  waiting(phase: string, counters: Counters): void {
    const begins = phase !== this.#phase
    this.phase(phase)
    this.#progress(counters, begins ? 'now' : 'in time')
  }

  begin(): void {
    const { task, method, seed } = this.#options.config
    this.#event({ kind: 'begin', task, method, seed })
  }

  gathered(counters: Counters, round: Round, behaviour: Behaviour): void {
    if (behaviour === 'policy') this.#lastRound = round
    this.#progress(counters)
  }

  fitted({ steps, questions }: Counters, report: FitReport, heldOut: PairScore | undefined): void {
    this.#accuracy = heldOut?.accuracy ?? null
    const measured = (value: number | undefined) => (value !== undefined && Number.isFinite(value) ? value : null)
    this.#metric({
      kind: 'reward',
      steps,
      labels: questions,
      loss: measured(report.loss),
      accuracy: measured(report.accuracy),
      heldOutAccuracy: measured(heldOut?.accuracy),
      ...(heldOut ? { reliability: [...heldOut.reliability] } : {}),
    })
    this.#event({ kind: 'point', curve: 'labels', steps, value: questions })
    if (this.#accuracy !== null) this.#event({ kind: 'point', curve: 'reward-accuracy', steps, value: this.#accuracy })
  }

  evaluated(counters: Counters, score: Score): void {
    const { steps, questions } = counters
    this.#success = score.success
    this.#metric({
      kind: 'evaluation',
      steps,
      seconds: this.seconds(),
      labels: questions,
      success: score.success,
      successInterval: [...score.successInterval],
      successLast: score.successLast,
      return: score.return,
    })
    this.#event({ kind: 'point', curve: 'success', steps, value: score.success })
    this.#event({ kind: 'point', curve: 'return', steps, value: score.return })
    this.#progress(counters, 'now')
  }

  /** Learned against true reward of the policy's newest round. The true one goes into the report and nowhere else. */
  async correlate(counters: Counters, model: RewardModel, sizes: RowSizes): Promise<void> {
    const round = this.#lastRound
    if (!round) return
    const learned: number[] = []
    const truth: number[] = []
    for (const [world, episode] of round.seen.entries()) {
      const { rewards } = round.evidence[world]!
      learned.push(...(await model.estimate(episodeRows(episode, sizes), rewards.length)).mean)
      truth.push(...rewards)
    }
    this.correlated(counters, { learned, true: truth })
  }

  /** Learned against true reward of the same decisions. */
  correlated(
    counters: Counters,
    rewards: { readonly learned: readonly number[]; readonly true: readonly number[] },
  ): void {
    const { learned, true: truth } = rewards
    const spearman = rankCorrelation(learned, truth)
    this.#spearman = Number.isFinite(spearman) ? spearman : null
    const stride = Math.max(1, Math.ceil(learned.length / SCATTER))
    const thin = (values: readonly number[]) => values.filter((_, index) => index % stride === 0)
    this.#metric({
      kind: 'correlation',
      steps: counters.steps,
      spearman: this.#spearman,
      learned: thin(learned),
      true: thin(truth),
    })
  }

  /** @param id names the file and is unique within the run */
  async clip(id: string, checkpoint: string, { steps }: Counters, recording: Recording): Promise<void> {
    const { run, viewer } = this.#options
    const { seed } = recording
    const clip = { kind: 'clip', id, checkpoint, steps, seed, success: recording.success.includes(1) } as const
    await run.write(`recordings/${id}.rec`, encodeRecording(recording))
    run.metrics.append(clip)
    viewer?.publish(run.name, { ...clip, recording })
  }

  end(outcome: 'finished' | 'stopped' | 'failed', note?: string): void {
    this.#event({ kind: 'end', outcome, ...(note === undefined ? {} : { note }) })
    this.#options.reporter.report({ kind: 'done' })
  }

  #progress(counters: Counters, when: 'in time' | 'now' = 'in time'): void {
    const seconds = this.seconds()
    if (when === 'in time' && seconds - this.#toldAt < PROGRESS_EVERY) return
    this.#toldAt = seconds
    const { steps: stepBudget, labels: labelBudget, minutes } = this.#options.config
    const stepsPerSecond = this.#rate.update(counters.steps)
    const byTime = minutes * 60 - seconds
    const bySteps = stepsPerSecond === null ? byTime : (stepBudget - counters.steps) / stepsPerSecond
    const progress = {
      phase: this.#phase,
      steps: counters.steps,
      stepBudget,
      stepsPerSecond,
      labels: counters.questions,
      labelBudget,
      rewardAccuracy: this.#accuracy,
      success: this.#success,
      secondsLeft: Math.max(0, Math.min(byTime, bySteps)),
    }
    this.#options.reporter.report({ kind: 'progress', ...progress })
    this.#event({ kind: 'progress', ...progress })
  }

  #event(
    event: Exclude<Metric, { kind: 'clip' | 'evaluation' | 'reward' | 'correlation' | 'transfer' | 'final' }>,
  ): void {
    this.#metric(event)
    this.#options.viewer?.publish(this.#options.run.name, event)
  }

  #metric(metric: Metric): void {
    this.#options.run.metrics.append(metric)
  }
}

/** Steps per second over about the last ten seconds. */
class Rate {
  readonly #clock: () => number
  #seconds: number | undefined
  #steps = 0
  #rate: number | null = null

  constructor(clock: () => number) {
    this.#clock = clock
  }

  update(steps: number): number | null {
    const now = this.#clock()
    if (this.#seconds !== undefined && now > this.#seconds) {
      const latest = (steps - this.#steps) / (now - this.#seconds)
      const weight = Math.min(1, (now - this.#seconds) / 10)
      this.#rate = this.#rate === null ? latest : this.#rate + weight * (latest - this.#rate)
    }
    this.#seconds = now
    this.#steps = steps
    return this.#rate
  }
}
