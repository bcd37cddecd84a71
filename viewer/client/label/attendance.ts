// Whether somebody is looking: then the questions stay with this seat.

const tellMilliseconds = 10_000
/** Clips can be looked at for so long without touching anything. */
const attentionMilliseconds = 3 * 60_000

export function attend({
  stay,
  stopwatch,
}: {
  readonly stay: () => void
  readonly stopwatch: { pause(): void; resume(): void }
}): void {
  let touchedAt = performance.now()
  const touch = () => {
    touchedAt = performance.now()
  }
  for (const event of ['pointerdown', 'pointermove', 'keydown', 'wheel'])
    addEventListener(event, touch, { passive: true })
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) stopwatch.pause()
    else stopwatch.resume()
  })
  setInterval(() => {
    if (!document.hidden && performance.now() - touchedAt < attentionMilliseconds) stay()
  }, tellMilliseconds)
}
