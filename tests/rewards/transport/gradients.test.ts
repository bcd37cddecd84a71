import { expect, test } from 'vitest'
import { entropicGromov } from '../../../rewards/transport/entropic-gromov.ts'
import { exactGromov } from '../../../rewards/transport/exact-gromov.ts'
import { exactTransport } from '../../../rewards/transport/exact-transport.ts'
import { entropyOf, gromovGradients } from '../../../rewards/transport/gradients.ts'
import type { GromovProblem } from '../../../rewards/transport/gromov.ts'
import { uniform } from '../../../rewards/transport/marginals.ts'
import type { Matrix } from '../../../rewards/transport/matrix.ts'
import { randomStream } from '../../../sim/random.ts'
import { cloud, distances } from '../../support/transport.ts'

const random = randomStream(8, 'between')
const cost: Matrix = { rows: 6, columns: 5, values: Float64Array.from({ length: 30 }, () => random.uniform(0, 1)) }
const problem: GromovProblem = {
  first: distances(cloud(1, 6)),
  second: distances(cloud(2, 5)),
  p: uniform(6),
  q: uniform(5),
  fused: { cost, alpha: 0.4 },
}
const STEP = 1e-5

function moved(matrix: Matrix, places: readonly number[], by: number): Matrix {
  return { ...matrix, values: matrix.values.map((value, at) => (places.includes(at) ? value + by : value)) }
}

const entropic = (given: GromovProblem) => {
  const epsilon = 0.5
  const { plan, value, converged } = entropicGromov({ ...given, epsilon, tolerance: 1e-12, iterations: 5000 })
  return { plan, converged, optimum: value - epsilon * entropyOf(plan) }
}
const exact = (given: GromovProblem) => {
  const { plan, value, converged } = exactGromov(given)
  return { plan, converged, optimum: value }
}

test.each([
  ['entropic', entropic],
  ['exact', exact],
])('gradients of the %s optimum are what differences say', (_name, solve) => {
  const { plan, converged } = solve(problem)
  expect(converged).toBe(true)
  const gradients = gromovGradients(problem, plan)
  const slope = (change: (by: number) => Partial<GromovProblem>) =>
    (solve({ ...problem, ...change(STEP) }).optimum - solve({ ...problem, ...change(-STEP) }).optimum) / (2 * STEP)
  for (const side of ['first', 'second'] as const) {
    // Costs inside a side stay symmetric: both of a pair move.
    const [there, back] = [1 * problem[side].columns + 3, 3 * problem[side].columns + 1]
    const found = slope((by) => ({ [side]: moved(problem[side], [there, back], by) }))
    expect(found).toBeCloseTo(gradients[side].values[there]! + gradients[side].values[back]!, 6)
    expect(Math.abs(found)).toBeGreaterThan(1e-3)
  }
  const at = plan.values.indexOf(Math.max(...plan.values))
  const found = slope((by) => ({ fused: { cost: moved(cost, [at], by), alpha: 0.4 } }))
  expect(found).toBeCloseTo(gradients.between.values[at]!, 6)
  expect(found).toBeGreaterThan(1e-3)
})

test('the plan of exact transport is the gradient of its value', () => {
  const given = { a: uniform(6), b: uniform(5) }
  const { plan } = exactTransport({ cost, ...given })
  plan.values.forEach((mass, at) => {
    const [up, down] = [STEP, -STEP].map((by) => exactTransport({ cost: moved(cost, [at], by), ...given }).value)
    expect((up! - down!) / (2 * STEP)).toBeCloseTo(mass, 8)
  })
})

test('without a cost between the sides there is nothing to share with it', () => {
  const { fused: _, ...plain } = problem
  const { plan } = exact(plain)
  const gradients = gromovGradients(plain, plan)
  expect(gradients.between.values.every((value) => value === 0)).toBe(true)
  // E = <dE/dC1, C1> / 2 + <dE/dC2, C2> / 2, as it is of degree 2 in the costs together.
  const half = (['first', 'second'] as const).map(
    (side) => gradients[side].values.reduce((sum, value, at) => sum + value * plain[side].values[at]!, 0) / 2,
  )
  expect(half[0]! + half[1]!).toBeCloseTo(exact(plain).optimum, 10)
})
