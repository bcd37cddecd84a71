// What can be wrong with a ranking of factors, or with the numbers that it is applied to.

/** Written for whoever wrote the ranking: names the factor, what was found and what to write. */
export class FactorError extends Error {
  override readonly name: string = 'FactorError'
}

/** A name that stands for nothing; whoever shows it to a person adds the nearest that do. */
export class UnknownFactorError extends FactorError {
  override readonly name = 'UnknownFactorError'
  readonly kind: 'factor' | 'function'
  readonly found: string
  readonly known: readonly string[]

  constructor(kind: 'factor' | 'function', found: string, known: readonly string[]) {
    super(`unknown ${kind} "${found}"; known: ${known.join(', ')}`)
    this.kind = kind
    this.found = found
    this.known = known
  }
}
