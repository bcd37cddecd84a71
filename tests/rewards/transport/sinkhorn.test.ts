import fc from 'fast-check'
import { expect, test } from 'vitest'
import { uniform } from '../../../rewards/transport/marginals.ts'
import { type Matrix, matrixOf, transposed, zeros } from '../../../rewards/transport/matrix.ts'
import { relativeEpsilon, sinkhorn } from '../../../rewards/transport/sinkhorn.ts'

const square = (size: number, values: readonly number[]): Matrix => ({
  ...zeros(size, size),
  values: Float64Array.from(values.slice(0, size * size)),
})

const problems = fc.record({
  size: fc.integer({ min: 1, max: 7 }),
  values: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 49, maxLength: 49 }),
  masses: fc.array(fc.double({ min: 0.2, max: 1, noNaN: true }), { minLength: 14, maxLength: 14 }),
})

const shares = (masses: readonly number[]) => {
  const total = masses.reduce((sum, mass) => sum + mass, 0)
  return Float64Array.from(masses, (mass) => mass / total)
}

test('a converged plan has the masses of both sides, and no negative entry', () => {
  fc.assert(
    fc.property(problems, ({ size, values, masses }) => {
      const [a, b] = [shares(masses.slice(0, size)), shares(masses.slice(7, 7 + size))]
      const { plan, marginalError, converged } = sinkhorn({ cost: square(size, values), a, b, epsilon: 0.1 })
      expect(converged).toBe(true)
      expect(marginalError).toBeLessThan(2e-9)
      expect(plan.values.every((mass) => mass >= 0)).toBe(true)
    }),
    { numRuns: 100 },
  )
})

test('exchanging the sides turns the plan over', () => {
  fc.assert(
    fc.property(problems, ({ size, values, masses }) => {
      const cost = square(size, values)
      const [a, b] = [shares(masses.slice(0, size)), shares(masses.slice(7, 7 + size))]
      const there = sinkhorn({ cost, a, b, epsilon: 0.1 }).plan
      const back = transposed(sinkhorn({ cost: transposed(cost), a: b, b: a, epsilon: 0.1 }).plan)
      there.values.forEach((mass, at) => {
        expect(mass).toBeCloseTo(back.values[at]!, 7)
      })
    }),
    { numRuns: 50 },
  )
})

test.each([1e-4, 1e-2, 1, 10])('no epsilon and no degenerate cost makes a NaN: epsilon %d', (epsilon) => {
  const costs = {
    zero: zeros(4, 4),
    equal: square(4, Array(16).fill(3)),
    single: square(1, [5]),
    huge: square(2, [0, 1e6, 1e6, 0]),
  }
  for (const [name, cost] of Object.entries(costs)) {
    const masses = uniform(cost.rows)
    const { plan, value } = sinkhorn({ cost, a: masses, b: masses, epsilon })
    expect(plan.values.every(Number.isFinite), name).toBe(true)
    expect(Number.isFinite(value), name).toBe(true)
  }
})

test('what did not converge says so', () => {
  const cost = matrixOf(
    [
      [0, 1, 2],
      [1, 0, 5],
      [3, 1, 0],
    ],
    'cost',
  )
  const few = sinkhorn({
    cost,
    a: Float64Array.of(0.2, 0.3, 0.5),
    b: Float64Array.of(0.6, 0.3, 0.1),
    epsilon: 0.01,
    iterations: 2,
  })
  expect(few.converged).toBe(false)
  expect(few.marginalError).toBeGreaterThan(1e-3)
  expect(few.iterations).toBe(2)
})

test('the plan is the gradient of the optimum to the cost', () => {
  const cost = matrixOf(
    [
      [0.1, 0.7],
      [0.4, 0.2],
    ],
    'cost',
  )
  const [a, b, epsilon] = [Float64Array.of(0.4, 0.6), Float64Array.of(0.5, 0.5), 0.2]
  const optimum = (moved: Matrix) => {
    const { plan, value } = sinkhorn({ cost: moved, a, b, epsilon, tolerance: 1e-13 })
    return value + epsilon * plan.values.reduce((sum, mass) => sum + mass * (Math.log(mass) - 1), 0)
  }
  const { plan } = sinkhorn({ cost, a, b, epsilon, tolerance: 1e-13 })
  for (let at = 0; at < 4; at++) {
    const by = (step: number) => ({ ...cost, values: cost.values.map((value, i) => (i === at ? value + step : value)) })
    expect((optimum(by(1e-5)) - optimum(by(-1e-5))) / 2e-5).toBeCloseTo(plan.values[at]!, 7)
  }
})

test('starting where a solve ended takes one sweep', () => {
  const cost = matrixOf(
    [
      [0.1, 0.7, 0.3],
      [0.4, 0.2, 0.9],
      [0.5, 0.6, 0.1],
    ],
    'cost',
  )
  const masses = uniform(3)
  const { potentials } = sinkhorn({ cost, a: masses, b: masses, epsilon: 0.05 })
  expect(sinkhorn({ cost, a: masses, b: masses, epsilon: 0.05, from: potentials }).iterations).toBe(1)
})

test('a relative epsilon is a share of the spread', () => {
  expect(relativeEpsilon(matrixOf([[2, 6]], 'cost'), 0.1)).toBeCloseTo(0.4, 12)
  expect(relativeEpsilon(matrixOf([[3, 3]], 'cost'), 0.1)).toBe(0.1)
})

test.each([
  [{ cost: matrixOf([[1, 2]], 'cost'), a: uniform(1), b: uniform(1), epsilon: 1 }, 'found 1 masses in b, expected 2'],
  [
    { cost: matrixOf([[1, 2]], 'cost'), a: uniform(1), b: Float64Array.of(1, 0), epsilon: 1 },
    'mass 1 of b is 0, expected more than 0; leave it out',
  ],
  [
    { cost: matrixOf([[1, 2]], 'cost'), a: uniform(1), b: Float64Array.of(1, 1), epsilon: 1 },
    'the masses of both sides must have equal sums, found 1 and 2',
  ],
  [
    { cost: matrixOf([[1, 2]], 'cost'), a: uniform(1), b: uniform(2), epsilon: 0 },
    'epsilon is 0, expected more than 0',
  ],
])('senseless problems are named', (options, message) => {
  expect(() => sinkhorn(options)).toThrow(message)
})

test('a matrix with a hole or a NaN is named', () => {
  expect(() => matrixOf([[1, 2], [3]], 'C')).toThrow('row 1 of C has 1 numbers, expected 2 as the first')
  expect(() => matrixOf([[1, Number.NaN]], 'C')).toThrow('C holds NaN at place 1')
  expect(() => matrixOf([], 'C')).toThrow('C is empty')
})
