// Who has which question in front of them. A lease ends by itself when nobody gave a sign for a while.

export interface LeasesOptions {
  /** Milliseconds, rising. */
  readonly now: () => number
  /** How long a question stays with a silent holder. */
  readonly milliseconds: number
}

interface Lease {
  readonly holder: string
  until: number
}

export class Leases {
  readonly #options: LeasesOptions
  readonly #leases = new Map<string, Lease>()

  constructor(options: LeasesOptions) {
    this.#options = options
  }

  /** Who has it; undefined where nobody has, or the lease has ended. */
  holder(question: string): string | undefined {
    const lease = this.#leases.get(question)
    if (lease === undefined) return undefined
    if (lease.until > this.#options.now()) return lease.holder
    this.#leases.delete(question)
    return undefined
  }

  /** @returns false where somebody else has it. */
  take(question: string, holder: string): boolean {
    const present = this.holder(question)
    if (present !== undefined && present !== holder) return false
    this.#leases.set(question, { holder, until: this.#end() })
    return true
  }

  release(question: string): void {
    this.#leases.delete(question)
  }

  /** The holder gave a sign: all that they have stays with them. */
  renew(holder: string): void {
    for (const [question, lease] of this.#leases) {
      if (this.holder(question) === holder) lease.until = this.#end()
    }
  }

  /** How many questions are with others. */
  heldByOthers(holder: string): number {
    return [...this.#leases.keys()].filter((question) => (this.holder(question) ?? holder) !== holder).length
  }

  #end(): number {
    return this.#options.now() + this.#options.milliseconds
  }
}
