import { expect, test } from 'vitest'
import { entropicGromov } from '../../../rewards/transport/entropic-gromov.ts'
import { uniform } from '../../../rewards/transport/marginals.ts'
import { type Matrix, matrixOf } from '../../../rewards/transport/matrix.ts'
import { cloud, distances, favourites } from '../../support/transport.ts'

const POINTS = cloud(3, 12)
const options = { p: uniform(12), q: uniform(12), epsilon: { relative: 0.02 } }

test('a space is matched with itself, point by point', () => {
  const first = distances(POINTS)
  const { plan, converged } = entropicGromov({ first, second: first, ...options })
  expect(converged).toBe(true)
  expect(favourites(plan)).toEqual(POINTS.map((_, i) => i))
})

test('turning, moving and renaming one side changes nothing but the names', () => {
  const [cos, sin] = [Math.cos(0.7), Math.sin(0.7)]
  const moved = POINTS.map(([x, y, z]) => [cos * x! - sin * y! + 5, sin * x! + cos * y! - 1, z!])
  const order = POINTS.map((_, i) => (5 * i + 3) % 12)
  const second = distances(order.map((i) => moved[i]!))
  const { plan } = entropicGromov({ first: distances(POINTS), second, ...options })
  expect(favourites(plan)).toEqual(POINTS.map((_, i) => order.indexOf(i)))
})

test('exchanging the sides turns the plan over', () => {
  const [first, second] = [distances(POINTS), distances(cloud(4, 9))]
  const there = entropicGromov({ first, second, p: uniform(12), q: uniform(9), epsilon: { relative: 0.05 } })
  const back = entropicGromov({
    first: second,
    second: first,
    p: uniform(9),
    q: uniform(12),
    epsilon: { relative: 0.05 },
  })
  expect(there.value).toBeCloseTo(back.value, 7)
  for (let i = 0; i < 12; i++) {
    for (let j = 0; j < 9; j++) expect(there.plan.values[i * 9 + j]).toBeCloseTo(back.plan.values[j * 12 + i]!, 7)
  }
})

test('a cost between the sides decides what distances leave open', () => {
  // Two points and their mirror image: distances cannot tell which end is which.
  const line = distances([[0], [1], [2]])
  const ends = [1, 0, -1]
  const cost = matrixOf(
    ends.map((one) => ends.map((other) => (one - other) ** 2)),
    'F',
  )
  const turned = matrixOf(
    ends.map((one) => ends.map((other) => (one + other) ** 2)),
    'F',
  )
  const solve = (given: Matrix) =>
    favourites(
      entropicGromov({
        first: line,
        second: line,
        p: uniform(3),
        q: uniform(3),
        epsilon: 0.05,
        fused: { cost: given, alpha: 0.3 },
      }).plan,
    )
  expect(solve(cost)).toEqual([0, 1, 2])
  expect(solve(turned)).toEqual([2, 1, 0])
})

test.each([1e-4, 0.01, 1, 10])('no epsilon and no degenerate cost makes a NaN: epsilon %d', (epsilon) => {
  const costs = { point: distances([[1]]), same: distances([[1], [1], [1]]), twins: distances([[0], [0], [1], [1]]) }
  for (const [name, first] of Object.entries(costs)) {
    const masses = uniform(first.rows)
    const { plan, value } = entropicGromov({ first, second: first, p: masses, q: masses, epsilon, iterations: 50 })
    expect(plan.values.every(Number.isFinite), name).toBe(true)
    expect(value, name).toBeGreaterThanOrEqual(-1e-9)
  }
})

test('steps are counted and told, and too few are not called converged', () => {
  const told: number[] = []
  const problem = { first: distances(POINTS), second: distances(cloud(5, 12)), ...options }
  const few = entropicGromov({ ...problem, iterations: 3, progress: (iteration) => told.push(iteration) })
  expect(told).toEqual([1, 2, 3])
  expect(few).toMatchObject({ iterations: 3, converged: false })
})

test.each([
  [matrixOf([[0, 1]], 'C1'), 'C1 is 1 by 2, expected a square'],
  [
    matrixOf(
      [
        [0, 1],
        [2, 0],
      ],
      'C1',
    ),
    'C1 is not symmetric: 2 from 1 to 0, 1 from 0 to 1',
  ],
])('costs inside a side are square and symmetric', (first, message) => {
  const masses = uniform(first.rows)
  expect(() => entropicGromov({ first, second: first, p: masses, q: masses, epsilon: 1 })).toThrow(message)
})

test('a cost between the sides fits both, and its weight is a share', () => {
  const first = distances([[0], [1]])
  const masses = uniform(2)
  const solve = (cost: Matrix, alpha: number) => () =>
    entropicGromov({ first, second: first, p: masses, q: masses, epsilon: 1, fused: { cost, alpha } })
  expect(solve(matrixOf([[1, 2]], 'F'), 0.5)).toThrow('F is 1 by 2, expected 2 by 2 as C1 and C2 are')
  expect(
    solve(
      matrixOf(
        [
          [1, 2],
          [1, 2],
        ],
        'F',
      ),
      1.5,
    ),
  ).toThrow('alpha is 1.5, expected a share from 0 to 1')
})
