// How many steps are due: the physics keeps its own pace, whatever the display's. Pure but for what it remembers.

export interface Pacer {
  /** @param elapsed seconds of the person's time since the last call */
  due(elapsed: number): number
  /** Forgets a begun step. */
  rest(): void
}

interface PacerOptions {
  /** Seconds of one step. */
  readonly step: number
  /** Seconds that are caught up with at once; what is longer, a hidden tab or a long task, is let go. */
  readonly most: number
}

export function createPacer({ step, most }: PacerOptions): Pacer {
  let owed = 0
  return {
    due(elapsed) {
      owed += Math.min(elapsed, most)
      const steps = Math.floor(owed / step + 1e-9)
      owed -= steps * step
      return steps
    },
    rest() {
      owed = 0
    },
  }
}
