// The newest episodes up to a number of steps; the oldest are dropped first.

export class BoundedEpisodes<T extends { readonly id: string; readonly steps: number }> {
  readonly #capacity: number
  /** In order of arrival. */
  readonly #episodes = new Map<string, T>()
  #steps = 0

  /** @param capacity most steps that are kept, counted in decisions */
  constructor(capacity: number) {
    if (!(capacity >= 1)) throw new RangeError(`the capacity is ${capacity} steps, expected 1 or more`)
    this.#capacity = capacity
  }

  get steps(): number {
    return this.#steps
  }

  /** Oldest first. */
  all(): readonly T[] {
    return [...this.#episodes.values()]
  }

  add(episode: T): void {
    const { id, steps } = episode
    if (this.#episodes.has(id))
      throw new RangeError(`episode '${id}' is stored already; every episode needs its own id`)
    if (steps > this.#capacity) {
      throw new RangeError(
        `episode '${id}' has ${steps} steps, the store keeps ${this.#capacity}: give it more capacity`,
      )
    }
    this.#episodes.set(id, episode)
    this.#steps += steps
    for (const [oldest, { steps: freed }] of this.#episodes) {
      if (this.#steps <= this.#capacity) break
      this.#episodes.delete(oldest)
      this.#steps -= freed
    }
  }

  has(id: string): boolean {
    return this.#episodes.has(id)
  }

  /** @throws RangeError when it was never stored or is dropped by now */
  get(id: string): T {
    const episode = this.#episodes.get(id)
    if (episode) return episode
    throw new RangeError(`no episode '${id}' in store; it was never added, or dropped as one of the oldest`)
  }
}

/** Refuses a window that leaves its episode. */
export function checkWindow(ref: { episode: string; start: number; length: number }, steps: number): void {
  if (ref.start >= 0 && ref.length >= 1 && ref.start + ref.length <= steps) return
  throw new RangeError(
    `segment ${ref.start} .. ${ref.start + ref.length - 1} leaves episode '${ref.episode}' of ${steps} steps`,
  )
}
