// The jobs of a sweep and the runs that they do: who has which run, what has changed, what is to be submitted again.

import type { PlannedRun } from '../../plan/planned.ts'
import { type RunState, readStates } from '../../read-sweep.ts'
import type { ExecutorTask } from '../executor.ts'
import { Setbacks } from '../setbacks.ts'
import { earlierJobs, type Job, submitRuns } from './jobs.ts'
import { phaseOf, runStates } from './phases.ts'
import { askToStop, cancelAtOnce, cancelWaiting, type QueuedTask, queue } from './scheduler.ts'

export class Followed {
  readonly #task: ExecutorTask
  readonly #setbacks: Setbacks
  readonly #jobs = new Map<string, Job>()
  /** Which task of which job has a run: `1234_5`. */
  readonly #having = new Map<string, string>()
  readonly #told = new Map<string, RunState>()
  #failed = false

  constructor(task: ExecutorTask) {
    this.#task = task
    this.#setbacks = new Setbacks(task.out)
  }

  get jobs(): readonly string[] {
    return [...this.#jobs.keys()]
  }

  /** Follows what an earlier process has submitted and is not over; submits the rest. */
  async adopt(): Promise<void> {
    const earlier = earlierJobs(this.#task.out)
    const known = await queue(earlier.map(({ job }) => job))
    const alive = new Set(known.filter(({ state }) => phaseOf(state) !== 'over').map(({ task }) => task))
    const wanted = new Set(this.#task.runs.map(({ id }) => id))
    for (const job of earlier) {
      job.tasks.forEach((ids, index) => {
        const task = `${job.job}_${index}`
        if (!alive.has(task)) return
        this.#jobs.set(job.job, job)
        for (const id of ids) if (wanted.has(id)) this.#having.set(id, task)
      })
    }
    if (this.#jobs.size > 0) this.#task.log(`following ${this.#having.size} runs of ${this.#jobs.size} jobs`)
    await this.#submit(this.#task.runs.filter(({ id }) => !this.#having.has(id)))
  }

  /** @returns runs that are not over yet, and whether anything has changed */
  async look(tasks: readonly QueuedTask[]): Promise<{ open: number; news: boolean }> {
    const states = new Map(tasks.map(({ task, state }) => [task, state]))
    const open = this.#task.runs.filter(({ id }) => this.#having.has(id))
    const left: { run: PlannedRun; cause: string }[] = []
    let news = false
    for (const { state: found, ...run } of readStates(this.#task.out, open)) {
      const task = this.#having.get(run.id)!
      const phase = phaseOf(states.get(task))
      const over = found === 'finished' || found === 'failed'
      // Another process may have claimed it before this job did.
      const state = over || found === 'running' ? found : runStates[phase]
      news = this.#tell(run, state) || news
      if (over || state === 'interrupted') this.#having.delete(run.id)
      if (state === 'interrupted') left.push({ run, cause: `its job ${task} ended as ${states.get(task) ?? 'gone'}` })
    }
    await this.#goOn(left)
    return { open: this.#having.size, news }
  }

  /** Jobs write checkpoints and end. */
  async cancel(): Promise<void> {
    this.#task.log('cancelling: runs stop at their next safe points')
    for (const job of this.#jobs.keys()) {
      await cancelWaiting(job)
      await askToStop(job)
    }
  }

  async cancelAtOnce(): Promise<void> {
    for (const job of this.#jobs.keys()) await cancelAtOnce(job)
  }

  /** @returns whether this is news */
  #tell(run: PlannedRun, state: RunState): boolean {
    if (this.#told.get(run.id) === state) return false
    this.#told.set(run.id, state)
    this.#task.changed(run, state)
    if (state === 'failed') this.#failed = true
    return true
  }

  async #goOn(left: readonly { run: PlannedRun; cause: string }[]): Promise<void> {
    const { signal, file } = this.#task
    if (this.#failed && file.onFailure === 'stop') await this.#takeBack()
    if (signal.aborted || (this.#failed && file.onFailure === 'stop')) return
    const again: PlannedRun[] = []
    for (const { run, cause } of left) {
      this.#task.log(`${run.name}: ${cause}`)
      if (await this.#setbacks.tryAgain(run, cause)) again.push(run)
      else this.#tell(run, 'failed')
    }
    await this.#submit(again)
  }

  /** Nothing more is begun. */
  async #takeBack(): Promise<void> {
    for (const job of this.#jobs.keys()) await cancelWaiting(job)
  }

  async #submit(runs: readonly PlannedRun[]): Promise<void> {
    if (runs.length === 0) return
    for (const job of await submitRuns(this.#task, runs)) {
      this.#jobs.set(job.job, job)
      job.tasks.forEach((ids, index) => {
        for (const id of ids) this.#having.set(id, `${job.job}_${index}`)
      })
    }
  }
}
