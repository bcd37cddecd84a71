// Ctrl-C: once to stop well, twice to stop at once.

/** The parts of `process` that are needed, so that a test can hand in its own. */
export interface Interruptible {
  on(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown
  exit(code: number): void
}

/** @param say is told what the first signal leads to. */
export function interruptSignal(process: Interruptible, say: (text: string) => void): AbortSignal {
  const controller = new AbortController()
  const stop = () => {
    if (controller.signal.aborted) return process.exit(1)
    controller.abort()
    say('\nstopping at the next safe point; once more to stop at once\n')
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return controller.signal
}
