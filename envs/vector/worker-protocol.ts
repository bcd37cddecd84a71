// What a vector environment and its worker threads say to each other. Numbers travel in shared memory; messages set up,
// give commands, report that they are done and carry failures. Posting a message makes what was written before it visible
// to the thread that receives it, so that the shared arrays need no locks. Workers do not sleep on the memory itself: a
// blocked thread would never finalize what the engine leaves to the garbage collector.

import type { Autoreset, EnvOptions } from '../contract.ts'
import type { VectorSizes } from './arrays.ts'
import type { VectorCommand } from './driven.ts'
import type { VectorSpec } from './spec.ts'

export type WorkerRequest =
  | {
      readonly kind: 'make'
      readonly id: string
      readonly options: Partial<EnvOptions>
      /** Worlds of this worker. */
      readonly count: number
    }
  | {
      readonly kind: 'attach'
      /** Arrays of all worlds of all workers. */
      readonly sizes: VectorSizes
      readonly memory: SharedArrayBuffer
      /** Row of this worker's first world. */
      readonly from: number
      readonly autoreset: Autoreset
    }
  | { readonly kind: 'run'; readonly command: VectorCommand }

export type WorkerReply =
  | { readonly kind: 'made'; readonly spec: VectorSpec }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly message: string }

/** The worker's side of the line. */
export interface WorkerPort {
  post(reply: WorkerReply): void
  /** Hands over each request, in order. */
  listen(listener: (request: WorkerRequest) => void): void
}

/** A started thread that runs `serveWorlds`: Node's and the browser's workers both fit behind it. */
export interface WorkerThread {
  post(request: WorkerRequest): void
  /** Called once, before the first post. `ended` is called when the thread is gone, whatever the cause. */
  listen(listener: { readonly reply: (reply: WorkerReply) => void; readonly ended: (cause: string) => void }): void
  /** Stops the thread wherever it is; resolves when it is gone. */
  end(): Promise<void>
}
