import { expect, test } from 'vitest'
import { solverCase, transportCases } from '../../../lab/bench/transport/cases.ts'
import { cloudProblem } from '../../../lab/bench/transport/problem.ts'
import { benchTransport } from '../../../lab/bench/transport.ts'

test('a row for every case that it is given, and a line about it', async () => {
  const lines: string[] = []
  const cases = [() => solverCase('sinkhorn', 8), () => solverCase('fused-gw', 8)]
  const rows = await benchTransport({ cases, rounds: 1, seconds: 0.01, report: (line) => lines.push(line) })
  expect(rows).toEqual([
    { case: 'sinkhorn', n: 8, ms: expect.any(Number), iterations: expect.any(Number), converged: true },
    { case: 'fused-gw', n: 8, ms: expect.any(Number), iterations: expect.any(Number), converged: true },
  ])
  expect(lines[0]).toMatch(/^sinkhorn of 8 points: [\d.]+ ms, \d+ iterations$/)
  expect(rows.every(({ ms }) => ms > 0)).toBe(true)
})

test('the cases are both kinds of Gromov-Wasserstein at four sizes, a Sinkhorn and an alignment', () => {
  expect(transportCases.map((make) => make()).map(({ name, n }) => `${name} ${n}`)).toEqual([
    'sinkhorn 50',
    ...['gw', 'fused-gw'].flatMap((name) => [50, 100, 200, 400].map((n) => `${name} ${n}`)),
    'cpa 200',
  ])
})

test('problems are the same whenever they are made', () => {
  expect(cloudProblem(5)).toEqual(cloudProblem(5))
  expect(cloudProblem(5, 1).between).not.toEqual(cloudProblem(5).between)
})

test('the alignment that is timed converges', () => {
  expect(transportCases.at(-1)!().solve().converged).toBe(true)
})
