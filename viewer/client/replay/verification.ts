// Asks a thread to simulate a recording again. One recording at a time: asking anew ends what is under way.

import type { Answer } from './resimulate.ts'

export interface Verification {
  /** Resolves with undefined when it was given up for another. */
  verify(bytes: Uint8Array): Promise<Answer | undefined>
  cancel(): void
}

/** A thread that was started for one recording. */
export interface Simulating {
  readonly answer: Promise<Answer>
  terminate(): void
}

export function createVerification(start: (bytes: Uint8Array) => Simulating): Verification {
  let giveUp = () => {}

  return {
    verify(bytes) {
      giveUp()
      const { answer, terminate } = start(bytes)
      return new Promise((resolve) => {
        const end = (said: Answer | undefined) => {
          terminate()
          resolve(said)
        }
        giveUp = () => end(undefined)
        answer.then(end)
      })
    },
    cancel: () => giveUp(),
  }
}
