// Draws when there is something to draw, and rests otherwise.

export interface Loop {
  /** Something changed: draw soon. */
  wake(): void
  /** Resolves after the next drawing. */
  drawn(): Promise<void>
}

/** Longest time that one frame may stand for: after a hidden tab or a long task the clips go on, they do not jump. */
const longestFrame = 0.1

/** @param draw is given the seconds since it last ran; returns whether it wants to run again by itself. */
export function createLoop(draw: (elapsed: number) => boolean): Loop {
  let requested = false
  let last: number | undefined
  let waiting: (() => void)[] = []

  function wake(): void {
    if (requested) return
    requested = true
    requestAnimationFrame(frame)
  }

  function frame(now: number): void {
    requested = false
    const elapsed = last === undefined ? 0 : Math.min(longestFrame, (now - last) / 1000)
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
