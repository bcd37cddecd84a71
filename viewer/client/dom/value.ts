// A value that tells when it changes. The page's panels are drawn from these.

export interface Value<T> {
  readonly now: T
  /** Calls back now and after every change, until the returned function is called. */
  watch(listener: (now: T) => void): () => void
}

export interface Settable<T> extends Value<T> {
  set(next: T): void
}

export function value<T>(initial: T): Settable<T> {
  const listeners = new Set<(now: T) => void>()
  let now = initial
  return {
    get now() {
      return now
    },
    set(next) {
      if (Object.is(next, now)) return
      now = next
      for (const listener of [...listeners]) listener(next)
    },
    watch(listener) {
      listeners.add(listener)
      listener(now)
      return () => listeners.delete(listener)
    },
  }
}
