// What a vector environment and its worker threads say to each other. Numbers travel in shared memory; messages only set
// up, report that a command is done, and carry failures.

import type { Autoreset, EnvOptions } from '../contract.ts'
import type { VectorSizes } from './arrays.ts'
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
      /** Shared arrays of all worlds of all workers. */
      readonly sizes: VectorSizes
      readonly arrays: SharedArrayBuffer
      readonly control: SharedArrayBuffer
      /** Row of this worker's first world. */
      readonly from: number
      readonly autoreset: Autoreset
    }

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

/** Places in the control array. The ticket grows with every command; workers sleep on it. */
export const TICKET = 0
export const COMMAND = 1
export const CONTROL_BYTES = 2 * Int32Array.BYTES_PER_ELEMENT

/** A command is stored as its place in this list. */
export const COMMANDS = ['reset', 'step', 'expert'] as const
