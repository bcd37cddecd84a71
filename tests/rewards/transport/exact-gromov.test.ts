import { expect, test } from 'vitest'
import { exactGromov } from '../../../rewards/transport/exact-gromov.ts'
import { exactTransport } from '../../../rewards/transport/exact-transport.ts'
import { uniform } from '../../../rewards/transport/marginals.ts'
import { inner, type Matrix, matrixOf, transposed } from '../../../rewards/transport/matrix.ts'
import { cloud, distances, favourites } from '../../support/transport.ts'

const POINTS = cloud(3, 12)
const masses = { p: uniform(12), q: uniform(12) }

test('a space is matched with itself, point by point, at no cost', () => {
  const first = distances(POINTS)
  const { plan, value, converged, marginalError } = exactGromov({ first, second: first, ...masses })
  expect(converged).toBe(true)
  expect(value).toBeCloseTo(0, 12)
  expect(marginalError).toBeLessThan(1e-12)
  expect(favourites(plan)).toEqual(POINTS.map((_, i) => i))
})

test('turning, moving and renaming one side changes nothing but the names', () => {
  const [cos, sin] = [Math.cos(0.7), Math.sin(0.7)]
  const moved = POINTS.map(([x, y, z]) => [cos * x! - sin * y! + 5, sin * x! + cos * y! - 1, z!])
  const order = POINTS.map((_, i) => (5 * i + 3) % 12)
  const second = distances(order.map((i) => moved[i]!))
  const { plan, value } = exactGromov({ first: distances(POINTS), second, ...masses })
  expect(value).toBeCloseTo(0, 12)
  expect(favourites(plan)).toEqual(POINTS.map((_, i) => order.indexOf(i)))
})

test('exchanging the sides turns the plan over', () => {
  const [first, second] = [distances(POINTS), distances(cloud(4, 9))]
  const there = exactGromov({ first, second, p: uniform(12), q: uniform(9) })
  const back = exactGromov({ first: second, second: first, p: uniform(9), q: uniform(12) })
  expect(there.value).toBeCloseTo(back.value, 10)
  transposed(back.plan).values.forEach((mass, at) => {
    expect(there.plan.values[at]).toBeCloseTo(mass, 10)
  })
})

test('from where it ends no direction goes down', () => {
  const [first, second] = [distances(POINTS), distances(cloud(5, 12))]
  const { plan, converged } = exactGromov({ first, second, ...masses })
  const gradient = matrixOf(
    POINTS.map((_, i) => POINTS.map((_, j) => slopeAt({ first, second, plan, i, j }))),
    'gradient',
  )
  const lowest = exactTransport({ cost: gradient, a: masses.p, b: masses.q }).value
  expect(converged).toBe(true)
  expect(inner(gradient.values, plan.values)).toBeCloseTo(lowest, 10)
})

test('a cost between the sides decides what distances leave open', () => {
  const line = distances([[0], [1], [2]])
  const thirds = { p: uniform(3), q: uniform(3) }
  const solve = (way: 1 | -1) => {
    const ends = [1, 0, -1]
    const cost = matrixOf(
      ends.map((one) => ends.map((other) => (one - way * other) ** 2)),
      'F',
    )
    return favourites(exactGromov({ first: line, second: line, ...thirds, fused: { cost, alpha: 0.3 } }).plan)
  }
  expect(solve(1)).toEqual([0, 1, 2])
  expect(solve(-1)).toEqual([2, 1, 0])
})

test.each(['point', 'same', 'twins'] as const)('no degenerate cost makes a NaN: %s', (name) => {
  const first = distances({ point: [[1]], same: [[1], [1], [1]], twins: [[0], [0], [1], [1]] }[name])
  const second = distances([[0], [1], [3]])
  const { plan, value, converged } = exactGromov({ first, second, p: uniform(first.rows), q: uniform(3) })
  expect(plan.values.every(Number.isFinite)).toBe(true)
  expect(value).toBeGreaterThanOrEqual(-1e-12)
  expect(converged).toBe(true)
})

test('steps are counted and told, and too few are not called converged', () => {
  const told: number[] = []
  const [first, second] = [distances(POINTS), distances(cloud(5, 12))]
  const progress = (iteration: number) => told.push(iteration)
  expect(exactGromov({ first, second, ...masses, iterations: 1, progress })).toMatchObject({ converged: false })
  expect(told).toEqual([1])
})

interface Place {
  readonly first: Matrix
  readonly second: Matrix
  readonly plan: Matrix
  readonly i: number
  readonly j: number
}

/** 2 sum over k, l of (C1[i, k] - C2[j, l])^2 T[k, l], as it is defined. */
function slopeAt({ first, second, plan, i, j }: Place): number {
  let sum = 0
  for (let k = 0; k < plan.rows; k++) {
    for (let l = 0; l < plan.columns; l++) {
      const difference = first.values[i * first.columns + k]! - second.values[j * second.columns + l]!
      sum += 2 * difference ** 2 * plan.values[k * plan.columns + l]!
    }
  }
  return sum
}
