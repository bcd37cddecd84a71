// One line of `rapref bench transport`.

export interface TransportBenchRow {
  /** Solver, or `cpa` for a whole alignment. */
  readonly case: string
  /** Points of either side. */
  readonly n: number
  /** Median over the rounds, of one solve. */
  readonly ms: number
  readonly iterations: number
  readonly converged: boolean
}
