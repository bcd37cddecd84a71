// Starts the worker that simulates recordings again.

import type { Answer } from './resimulate.ts'
import type { Simulating } from './verification.ts'

export function startVerifyWorker(bytes: Uint8Array): Simulating {
  const worker = new Worker(new URL('./verify-worker.ts', import.meta.url), { type: 'module', name: 'verify' })
  return {
    answer: new Promise((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data)
      worker.onerror = ({ message }) => resolve({ ok: false, problem: message || 'the physics could not be loaded' })
      worker.postMessage(bytes)
    }),
    terminate: () => worker.terminate(),
  }
}
