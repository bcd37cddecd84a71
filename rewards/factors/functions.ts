// What a formula may call. A summary makes one number of a segment's steps; all others keep one number a step.

/** One number a step, or one number for the whole segment. */
export type Value = number | Float64Array

export interface FactorFunction {
  /** How many inputs it takes. */
  readonly inputs: number
  readonly describe: string
  of(inputs: readonly Value[], length: number): Value
}

const summary = (describe: string, of: (steps: Float64Array) => number): FactorFunction => ({
  inputs: 1,
  describe,
  of: ([value], length) => of(steps(value!, length)),
})

const pointwise = (describe: string, of: (value: number) => number): FactorFunction => ({
  inputs: 1,
  describe,
  of: ([value]) => (typeof value === 'number' ? of(value) : value!.map(of)),
})

const compared = (describe: string, of: (value: number, bound: number) => boolean): FactorFunction => ({
  inputs: 2,
  describe,
  of: ([value, bound], length) => {
    const bounds = steps(bound!, length)
    return steps(value!, length).map((each, step) => Number(of(each, bounds[step]!)))
  },
})

export const factorFunctions: Readonly<Record<string, FactorFunction>> = {
  mean: summary('mean over the steps', (values) => sumOf(values) / values.length),
  sum: summary('sum over the steps', sumOf),
  least: summary('smallest of the steps', (values) => values.reduce((least, value) => Math.min(least, value))),
  most: summary('largest of the steps', (values) => values.reduce((most, value) => Math.max(most, value))),
  first: summary('at the first step', (values) => values[0]!),
  last: summary('at the last step', (values) => values.at(-1)!),
  gain: summary('last step less the first', (values) => values.at(-1)! - values[0]!),
  abs: pointwise('absolute value', Math.abs),
  sqrt: pointwise('square root', Math.sqrt),
  square: pointwise('square', (value) => value * value),
  excess: pointwise('what is above 0, else 0', (value) => Math.max(0, value)),
  above: compared('1 where the first input exceeds the second, else 0', (value, bound) => value > bound),
  below: compared('1 where the first input is less than the second, else 0', (value, bound) => value < bound),
  until: {
    inputs: 1,
    describe: '1 at each step before the input is above 0 for the first time, then 0',
    of: ([value], length) => {
      const reached = steps(value!, length).findIndex((each) => each > 0)
      return Float64Array.from({ length }, (_, step) => Number(reached < 0 || step < reached))
    },
  },
}

/** A number stands for the same number at every step. */
export function steps(value: Value, length: number): Float64Array {
  return typeof value === 'number' ? new Float64Array(length).fill(value) : value
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0)
}
