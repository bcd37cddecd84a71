// Draws when there is something to draw, and rests otherwise.

export interface Loop {
  /** Something changed: draw soon. */
  wake(): void
  /** Resolves after the next drawing. */
  drawn(): Promise<void>
}

export interface LoopOptions {
  /** Is given the seconds since the frame before, 0 after a rest; returns whether it wants another one. */
  readonly draw: (elapsed: number) => boolean
  /** As requestAnimationFrame: calls back once, with milliseconds. */
  readonly requestFrame: (frame: (now: number) => void) => void
}

export function createLoop({ draw, requestFrame }: LoopOptions): Loop {
  let requested = false
  let last: number | undefined
  let waiting: (() => void)[] = []

  function wake(): void {
    if (requested) return
    requested = true
    requestFrame(frame)
  }

  function frame(now: number): void {
    requested = false
    const elapsed = last === undefined ? 0 : (now - last) / 1000
    const goesOn = draw(elapsed)
    last = goesOn ? now : undefined
    for (const resolve of waiting.splice(0)) resolve()
    if (goesOn) wake()
  }

  return {
    wake,
    drawn() {
      wake()
      return new Promise((resolve) => {
        waiting = [...waiting, resolve]
      })
    },
  }
}
