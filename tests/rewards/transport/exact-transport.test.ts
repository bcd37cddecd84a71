import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exactTransport } from '../../../rewards/transport/exact-transport.ts'
import { uniform } from '../../../rewards/transport/marginals.ts'
import { type Matrix, matrixOf, transposed, zeros } from '../../../rewards/transport/matrix.ts'

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })

/** Few different costs make ties. */
const problems = fc
  .record({ rows: fc.integer({ min: 1, max: 7 }), columns: fc.integer({ min: 1, max: 7 }), ties: fc.boolean() })
  .chain(({ rows, columns, ties }) =>
    fc.record({
      cost: fc
        .array(ties ? fc.integer({ min: 0, max: 2 }) : number(-5, 5), { minLength: 49, maxLength: 49 })
        .map((values) => matrix(rows, columns, values)),
      a: fc.array(number(0.01, 1), { minLength: rows, maxLength: rows }).map(shares),
      b: fc.array(number(0.01, 1), { minLength: columns, maxLength: columns }).map(shares),
    }),
  )

function matrix(rows: number, columns: number, values: readonly number[]): Matrix {
  return { ...zeros(rows, columns), values: Float64Array.from(values.slice(0, rows * columns)) }
}

function shares(masses: readonly number[]): Float64Array {
  const total = masses.reduce((sum, mass) => sum + mass, 0)
  return Float64Array.from(masses, (mass) => mass / total)
}

test('prices prove every plan the cheapest: none undercuts a cost, and mass goes only where they meet it', () => {
  fc.assert(
    fc.property(problems, ({ cost, a, b }) => {
      const { plan, converged, marginalError, potentials } = exactTransport({ cost, a, b })
      expect(converged).toBe(true)
      expect(marginalError).toBeLessThan(1e-12)
      plan.values.forEach((mass, at) => {
        const [i, j] = [Math.floor(at / cost.columns), at % cost.columns]
        const reduced = cost.values[at]! - potentials.f[i]! - potentials.g[j]!
        expect(mass).toBeGreaterThanOrEqual(0)
        expect(reduced).toBeGreaterThan(-1e-12)
        if (mass > 1e-14) expect(reduced).toBeLessThan(1e-12)
      })
    }),
    { numRuns: 300 },
  )
})

test('of all assignments the cheapest is found', () => {
  const permutations = (left: readonly number[]): number[][] =>
    left.length === 0
      ? [[]]
      : left.flatMap((one) => permutations(left.filter((x) => x !== one)).map((r) => [one, ...r]))
  const all = permutations([0, 1, 2, 3, 4])
  fc.assert(
    fc.property(fc.array(number(0, 1), { minLength: 25, maxLength: 25 }), (values) => {
      const { plan, value } = exactTransport({ cost: matrix(5, 5, values), a: uniform(5), b: uniform(5) })
      const least = Math.min(...all.map((order) => order.reduce((sum, j, i) => sum + values[5 * i + j]! / 5, 0)))
      expect(value).toBeCloseTo(least, 12)
      expect(plan.values.filter((mass) => mass > 0)).toEqual(new Float64Array(5).fill(0.2))
    }),
    { numRuns: 50 },
  )
})

test('exchanging the sides changes no optimum', () => {
  fc.assert(
    fc.property(problems, ({ cost, a, b }) => {
      const back = exactTransport({ cost: transposed(cost), a: b, b: a })
      expect(exactTransport({ cost, a, b }).value).toBeCloseTo(back.value, 12)
    }),
    { numRuns: 100 },
  )
})

test.each([
  [matrixOf([[1, Number.MAX_VALUE]], 'cost'), uniform(2), 'found 2 masses in a, expected 1'],
  [{ ...zeros(1, 2), values: Float64Array.of(1, Number.NaN) }, uniform(1), 'the cost holds NaN at place 1'],
])('senseless problems are named', (cost, a, message) => {
  expect(() => exactTransport({ cost, a, b: uniform(2) })).toThrow(message)
})
