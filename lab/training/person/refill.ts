// Keeps questions on the desk while the run does other things: whoever answers quickly waits for no session.

import type { Desk } from '../../../rewards/preference/desk.ts'

interface RefillOptions {
  readonly desk: Pick<Desk, 'subscribe'>
  /** How many questions fit. */
  readonly room: () => number
  /** Fills the desk up. */
  readonly fill: () => Promise<void>
}

export class Refill {
  readonly #options: RefillOptions
  #filling: Promise<void> = Promise.resolve()
  #failure: { readonly error: unknown } | undefined
  #unsubscribe = () => {}

  constructor(options: RefillOptions) {
    this.#options = options
  }

  /** From now on: there are episodes to ask about. */
  begin(): void {
    this.#unsubscribe = this.#options.desk.subscribe(({ kind }) => {
      if (kind === 'answered') void this.fill()
    })
  }

  /** One filling after the other. Resolves when this one is over; failures wait for `settle`. */
  fill(): Promise<void> {
    this.#filling = this.#filling.then(async () => {
      if (this.#failure || this.#options.room() === 0) return
      await this.#options.fill().catch((error: unknown) => {
        this.#failure = { error }
      })
    })
    return this.#filling
  }

  /** @throws what went wrong since the last time */
  async settle(): Promise<void> {
    await this.#filling
    if (this.#failure) throw this.#failure.error
  }

  async end(): Promise<void> {
    this.#unsubscribe()
    await this.#filling
  }
}
