// Worker threads as one party: ask all, wait for all, and turn the first failure into one error.

import type { WorkerReply, WorkerRequest, WorkerThread } from './worker-protocol.ts'

/** A worker failed or died; the vector environment can only be disposed of. */
export class EnvWorkerError extends Error {
  override readonly name = 'EnvWorkerError'
}

interface Round {
  readonly replies: (WorkerReply | undefined)[]
  readonly resolve: (replies: WorkerReply[]) => void
  readonly reject: (error: EnvWorkerError) => void
}

export class Crew {
  readonly #threads: readonly WorkerThread[]
  #round: Round | undefined
  #failure: EnvWorkerError | undefined

  constructor(threads: readonly WorkerThread[]) {
    this.#threads = threads
    threads.forEach((thread, index) => {
      thread.listen({
        reply: (reply) => {
          if (reply.kind === 'failed') this.#fail(index, reply.message)
          else this.#hear(index, reply)
        },
        ended: (cause) => this.#fail(index, `the thread ended: ${cause}`),
      })
    })
  }

  get size(): number {
    return this.#threads.length
  }

  /** Posts to each worker its own request and waits for one reply of each. */
  ask(requestOf: (index: number) => WorkerRequest): Promise<WorkerReply[]> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) return reject(this.#failure)
      this.#round = { replies: this.#threads.map(() => undefined), resolve, reject }
      for (const [index, thread] of this.#threads.entries()) thread.post(requestOf(index))
    })
  }

  async end(): Promise<void> {
    this.#failure ??= new EnvWorkerError('the workers were disposed of')
    await Promise.all(this.#threads.map((thread) => thread.end()))
  }

  #hear(index: number, reply: WorkerReply): void {
    const round = this.#round
    if (round === undefined) return
    round.replies[index] = reply
    const replies = round.replies.filter((each) => each !== undefined)
    if (replies.length < this.size) return
    this.#round = undefined
    round.resolve(replies)
  }

  #fail(index: number, message: string): void {
    this.#failure ??= new EnvWorkerError(`worker ${index + 1} of ${this.size}: ${message}`)
    this.#round?.reject(this.#failure)
    this.#round = undefined
  }
}
