// Asks a worker to simulate a recording again. One recording at a time: asking anew ends what is under way.

import type { Answer } from './verify-worker.ts'

export interface Verification {
  /** Resolves with undefined when it was given up for another. */
  verify(bytes: Uint8Array): Promise<Answer | undefined>
  cancel(): void
}

/** What of a worker is used; a test hands in its own. */
export interface WorkerLike {
  postMessage(bytes: Uint8Array): void
  onmessage: ((event: MessageEvent<Answer>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  terminate(): void
}

export function createVerification(open: () => WorkerLike): Verification {
  let giveUp = () => {}

  return {
    verify(bytes) {
      giveUp()
      const worker = open()
      return new Promise((resolve) => {
        const end = (answer: Answer | undefined) => {
          worker.terminate()
          giveUp = () => {}
          resolve(answer)
        }
        giveUp = () => end(undefined)
        worker.onmessage = ({ data }) => end(data)
        worker.onerror = ({ message }) => end({ ok: false, problem: message || 'the physics could not be loaded' })
        worker.postMessage(bytes)
      })
    },
    cancel: () => giveUp(),
  }
}

export function openVerifyWorker(): WorkerLike {
  return new Worker(new URL('./verify-worker.ts', import.meta.url), { type: 'module', name: 'verify' })
}
