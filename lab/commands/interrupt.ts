// Ctrl-C: once to stop well, twice to stop at once.

/** The parts of `process` that are needed, so that a test can hand in its own. */
export interface Interruptible {
  on(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown
  exit(code: number): void
}

export interface InterruptOptions {
  /** Is told what the first signal leads to. */
  readonly say: (text: string) => void
  /** Milliseconds. */
  readonly now: () => number
}

/** Under `npm start` one Ctrl-C arrives twice: from the terminal, and passed on by npm. */
const sameKeyMilliseconds = 500

export function interruptSignal(process: Interruptible, { say, now }: InterruptOptions): AbortSignal {
  const controller = new AbortController()
  let first = 0
  const stop = () => {
    if (controller.signal.aborted) {
      if (now() - first >= sameKeyMilliseconds) process.exit(1)
      return
    }
    first = now()
    controller.abort()
    say('\nstopping at the next safe point; once more to stop at once\n')
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return controller.signal
}
