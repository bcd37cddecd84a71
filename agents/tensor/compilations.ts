// What is compiled when it is first needed: programs have fixed shapes, so there is one for each that is asked for.

export interface Disposable {
  dispose(): Promise<void>
}

/** Compiles once for each key, and disposes of all. */
export class Compilations<Key, Made extends Disposable> {
  readonly #made = new Map<Key, Promise<Made>>()

  get(key: Key, make: () => Promise<Made>): Promise<Made> {
    const made = this.#made.get(key) ?? make()
    this.#made.set(key, made)
    return made
  }

  async dispose(): Promise<void> {
    for (const made of await Promise.allSettled(this.#made.values())) {
      // What did not compile has nothing to dispose of, and whoever asked for it was told.
      if (made.status === 'fulfilled') await made.value.dispose()
    }
  }
}
