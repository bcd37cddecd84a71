// Two clouds of points that have nothing to do with one another: what the solvers are timed on, here and in Python.

import { type Matrix, zeros } from '../../../rewards/transport/matrix.ts'
import { type RandomStream, randomStream } from '../../../sim/random.ts'

export interface TransportProblem {
  /** Distances inside each side, at most 1. */
  readonly first: Matrix
  readonly second: Matrix
  /** Costs between the sides, from 0 to 1. */
  readonly between: Matrix
  readonly p: Float64Array
  readonly q: Float64Array
}

export function cloudProblem(n: number, seed = 0): TransportProblem {
  const random = randomStream(seed, 'transport')
  const between = zeros(n, n)
  return {
    first: distances(n, 3, random),
    second: distances(n, 2, random),
    between: { ...between, values: between.values.map(() => random.uniform(0, 1)) },
    p: masses(n, random),
    q: masses(n, random),
  }
}

/** Between points drawn from a normal distribution, as a share of the largest. */
function distances(n: number, dimensions: number, random: RandomStream): Matrix {
  const points = Array.from({ length: n }, () => Array.from({ length: dimensions }, () => random.normal()))
  const found = zeros(n, n)
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      found.values[i * n + k] = Math.hypot(...points[i]!.map((value, axis) => value - points[k]![axis]!))
    }
  }
  const largest = found.values.reduce((most, value) => Math.max(most, value), 0)
  return { ...found, values: found.values.map((value) => value / largest) }
}

/** Of points that weigh up to three times as much as others; sum 1. */
function masses(n: number, random: RandomStream): Float64Array {
  const drawn = Float64Array.from({ length: n }, () => random.uniform(0.5, 1.5))
  const sum = drawn.reduce((total, mass) => total + mass, 0)
  return drawn.map((mass) => mass / sum)
}
