// What stands between the labels of one task and those of another: each says what was found and what to do.

/** Segments or labels that nothing can be transferred from or to. */
export class AlignmentError extends Error {
  override readonly name: string = 'AlignmentError'
}

/** The plan did not settle: what it says of pairs is no label. */
export class UnsettledPlanError extends AlignmentError {
  override readonly name = 'UnsettledPlanError'

  constructor(iterations: number, marginalError: number) {
    super(
      `the plan did not converge within ${iterations} iterations (its marginals are off by ${marginalError.toExponential(1)}); ` +
        'no label was made of it. Use a larger epsilon or more iterations',
    )
  }
}
