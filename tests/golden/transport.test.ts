// Plans and values of Python's POT on the same inputs; tests/bench/peers/transport_reference.py made them.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { entropicGromov } from '../../rewards/transport/entropic-gromov.ts'
import { exactGromov } from '../../rewards/transport/exact-gromov.ts'
import { exactTransport } from '../../rewards/transport/exact-transport.ts'
import { matrixOf } from '../../rewards/transport/matrix.ts'
import type { Plan } from '../../rewards/transport/plan.ts'
import { sinkhorn } from '../../rewards/transport/sinkhorn.ts'

interface Case {
  readonly method: 'sinkhorn' | 'gw' | 'fused-gw' | 'emd' | 'exact-gw' | 'exact-fused-gw'
  readonly epsilon: number
  readonly alpha: number
  readonly C1: number[][]
  readonly C2: number[][]
  readonly F: number[][]
  readonly p: number[]
  readonly q: number[]
  readonly plan: number[][]
  readonly value: number
}

const { cases } = JSON.parse(readFileSync(new URL('transport.json', import.meta.url), 'utf8')) as { cases: Case[] }

function solve({ method, epsilon, alpha, ...given }: Case): Plan {
  const [p, q] = [Float64Array.from(given.p), Float64Array.from(given.q)]
  const cost = matrixOf(given.F, 'F')
  const sides = { first: matrixOf(given.C1, 'C1'), second: matrixOf(given.C2, 'C2'), p, q, tolerance: 1e-12 }
  const fused = { cost, alpha }
  switch (method) {
    case 'sinkhorn':
      return sinkhorn({ cost, a: p, b: q, epsilon, tolerance: 1e-12 })
    case 'gw':
      return entropicGromov({ ...sides, epsilon })
    case 'fused-gw':
      return entropicGromov({ ...sides, epsilon, fused })
    case 'emd':
      return exactTransport({ cost, a: p, b: q })
    case 'exact-gw':
      return exactGromov(sides)
    case 'exact-fused-gw':
      return exactGromov({ ...sides, fused })
  }
}

test.each(cases.map((each) => [each.method, each.p.length, each.q.length, each.epsilon, each] as const))(
  '%s of %d and %d points, epsilon %d: plan to 1e-8, value to 1e-9',
  (_method, _rows, _columns, _epsilon, each) => {
    const { plan, value, converged } = solve(each)
    expect(converged).toBe(true)
    const difference = Math.max(...each.plan.flat().map((mass, at) => Math.abs(mass - plan.values[at]!)))
    expect(difference).toBeLessThan(1e-8)
    expect(Math.abs(value - each.value)).toBeLessThan(1e-9)
  },
)
