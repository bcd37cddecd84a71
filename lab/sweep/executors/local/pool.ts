// Slots that share a queue of runs. Each has a process of its own, which stays warm from run to run.

import { setTimeout as sleep } from 'node:timers/promises'
import type { PlannedRun } from '../../plan/planned.ts'
import { readStates } from '../../read-sweep.ts'
import type { Answer } from '../../worker/messages.ts'
import type { ExecutorTask } from '../executor.ts'
import { Setbacks } from '../setbacks.ts'
import { availableMemory, GIB } from './memory.ts'
import { WorkerProcess } from './worker-process.ts'

/** Milliseconds between looks at memory, or at a run that another process has. */
const WAIT = 500

export class Pool {
  readonly #task: ExecutorTask
  readonly #queue: PlannedRun[]
  readonly #setbacks: Setbacks
  readonly #workers = new Set<WorkerProcess>()
  /** Bytes that a run's process was seen to hold, or is thought to. */
  #need: number
  #measured = false
  #failed = false

  constructor(task: ExecutorTask) {
    this.#task = task
    this.#queue = [...task.runs]
    this.#setbacks = new Setbacks(task.out)
    this.#need = task.file.local.memory * GIB
  }

  /** Does runs until none is left. */
  async slot(): Promise<void> {
    let worker: WorkerProcess | undefined
    try {
      for (let run = this.#next(); run !== undefined; run = this.#next()) {
        worker = await this.#warm(worker)
        await this.#work(worker, run)
      }
    } catch (error) {
      this.#queue.length = 0
      throw error
    } finally {
      await this.#end(worker)
    }
  }

  /** Runs that are under way stop at their next safe point. */
  stop(): void {
    for (const worker of this.#workers) void worker.stop()
  }

  kill(): void {
    for (const worker of this.#workers) worker.kill()
  }

  #next(): PlannedRun | undefined {
    const { signal, file } = this.#task
    if (signal.aborted || (this.#failed && file.onFailure === 'stop')) return undefined
    return this.#queue.shift()
  }

  /** The slot's process, or another in place of one that has died or has grown too large. */
  async #warm(worker: WorkerProcess | undefined): Promise<WorkerProcess> {
    const most = Math.max(this.#need, this.#task.file.local.memory * GIB)
    if (worker?.alive && worker.resident <= most) return worker
    await this.#end(worker)
    while (this.#workers.size > 0 && availableMemory() < this.#need) await sleep(WAIT)
    const fresh = new WorkerProcess(this.#task.out)
    this.#workers.add(fresh)
    await fresh.ready.catch((error: unknown) => {
      if (!this.#task.signal.aborted) throw error
    })
    return fresh
  }

  async #end(worker: WorkerProcess | undefined): Promise<void> {
    if (!worker) return
    await worker.stop()
    this.#workers.delete(worker)
  }

  async #work(worker: WorkerProcess, run: PlannedRun): Promise<void> {
    this.#task.changed(run, 'running')
    const reply = await worker.work(run)
    if ('died' in reply) await this.#died(run, reply.died)
    else if ('ending' in reply) await this.#answered(run, reply)
  }

  async #died(run: PlannedRun, how: string): Promise<void> {
    this.#task.changed(run, 'interrupted')
    if (this.#task.signal.aborted) return
    this.#task.log(`${run.name}: ${how}`)
    if (await this.#setbacks.tryAgain(run, how)) this.#queue.unshift(run)
    else this.#over(run, 'failed')
  }

  async #answered(run: PlannedRun, { ending, resident }: Answer): Promise<void> {
    if (ending === 'taken') return this.#leaveToOther(run)
    this.#need = Math.max(resident, this.#measured ? this.#need : 0)
    this.#measured = true
    this.#over(run, ending)
  }

  #over(run: PlannedRun, state: 'finished' | 'failed' | 'interrupted'): void {
    if (state === 'failed') this.#failed = true
    this.#task.changed(run, state)
  }

  /** Another process has it: it is looked at again until it is over, or free. */
  async #leaveToOther(run: PlannedRun): Promise<void> {
    await sleep(WAIT)
    const [now] = readStates(this.#task.out, [run])
    if (now?.state === 'finished' || now?.state === 'failed') this.#over(run, now.state)
    else this.#queue.push(run)
  }
}
