// The browser's idle moments.

/** When the browser is idle, and at the latest after a moment. */
export function whenIdle(then: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(then, { timeout: 200 })
  else setTimeout(then, 0)
}
