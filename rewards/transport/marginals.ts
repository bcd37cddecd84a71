// How much mass each side has, point by point.

import { TransportError } from './errors.ts'
import { checkFinite } from './matrix.ts'

/** The same mass for each of `count` points. */
export function uniform(count: number): Float64Array {
  return new Float64Array(count).fill(1 / count)
}

/** Sums may differ by rounding, not by mass. */
const ROUNDING = 1e-6

export interface Marginals {
  /** Mass of each row, and of each column; above 0, with equal sums. */
  readonly a: Float64Array
  readonly b: Float64Array
}

/** @throws TransportError when a mass is missing, not above 0, or the sums differ */
export function checkMarginals({ a, b }: Marginals, rows: number, columns: number): void {
  check(a, 'a', rows)
  check(b, 'b', columns)
  const [sumA, sumB] = [total(a), total(b)]
  if (Math.abs(sumA - sumB) > ROUNDING * sumA) {
    throw new TransportError(`the masses of both sides must have equal sums, found ${sumA} and ${sumB}`)
  }
}

function check(mass: Float64Array, name: string, count: number): void {
  if (mass.length !== count) throw new TransportError(`found ${mass.length} masses in ${name}, expected ${count}`)
  checkFinite(mass, `the masses of ${name}`)
  const empty = mass.findIndex((one) => one <= 0)
  if (empty >= 0)
    throw new TransportError(`mass ${empty} of ${name} is ${mass[empty]}, expected more than 0; leave it out`)
}

function total(mass: Float64Array): number {
  return mass.reduce((sum, one) => sum + one, 0)
}
