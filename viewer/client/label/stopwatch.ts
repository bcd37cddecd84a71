// How long a person looked at a question: hidden tabs and looks back at older questions do not count.

export interface Stopwatch {
  restart(): void
  pause(): void
  resume(): void
  /** Milliseconds since `restart`, without pauses. */
  read(): number
}

/** @param clock milliseconds, rising */
export function createStopwatch(clock: () => number): Stopwatch {
  let gathered = 0
  let since: number | undefined

  function pause(): void {
    if (since !== undefined) gathered += clock() - since
    since = undefined
  }

  return {
    restart() {
      gathered = 0
      since = clock()
    },
    pause,
    resume() {
      since ??= clock()
    },
    read: () => gathered + (since === undefined ? 0 : clock() - since),
  }
}
