// Comparison, logic and selection.

import { compare, unary, where } from '../../graph/operators.ts'
import type { Value } from '../../graph/value.ts'
import { type Emit, type Kernels, operands } from '../kernel.ts'

const pair =
  (op: string): Emit =>
  (build, inputs) => {
    const [a, b] = operands(inputs, 'a', 'b')
    return compare(build, op, a!, b!)
  }

export const compareKernels: Kernels = {
  Greater: pair('Greater'),
  GreaterEqual: pair('GreaterOrEqual'),
  Less: pair('Less'),
  LessEqual: pair('LessOrEqual'),
  Equal: pair('Equal'),
  NotEqual: (build, inputs) => {
    const [a, b] = operands(inputs, 'a', 'b')
    return unary(build, 'Not', compare(build, 'Equal', a!, b!))
  },
  LogicalAnd: pair('And'),
  LogicalOr: pair('Or'),
  LogicalNot: (build, { x }) => unary(build, 'Not', x!),
  IsNan: (build, { x }) => build.one({ op: 'IsNaN', inputs: [x], shape: x!.shape, type: 'bool' }),
  IsInf: (build, { x }) => build.one({ op: 'IsInf', inputs: [x], shape: x!.shape, type: 'bool' }),

  Select: (build, inputs) => {
    const { condition, t, e } = inputs as Readonly<Record<'condition' | 't' | 'e', Value>>
    return where(build, condition, t, e)
  },
}
