// Element by element, with broadcasting.

import { binary, cast, unary } from '../../graph/operators.ts'
import { type Emit, type Kernels, operands } from '../kernel.ts'

const pair =
  (op: string): Emit =>
  (build, inputs) => {
    const [a, b] = operands(inputs, 'a', 'b')
    return binary(build, op, a!, b!)
  }

const each =
  (op: string): Emit =>
  (build, { x }) =>
    unary(build, op, x!)

export const arithmeticKernels: Kernels = {
  Add: pair('Add'),
  Sub: pair('Sub'),
  Multiply: pair('Mul'),
  RealDiv: pair('Div'),
  Maximum: pair('Max'),
  Minimum: pair('Min'),
  Pow: (build, inputs) => {
    const [a, b] = operands(inputs, 'a', 'b')
    return binary(build, 'Pow', a!, b!)
  },
  AddN: (build, inputs) => Object.values(inputs).reduce((sum, part) => binary(build, 'Add', sum, part)),

  SquaredDifference: (build, inputs) => {
    const [a, b] = operands(inputs, 'a', 'b')
    const difference = binary(build, 'Sub', a!, b!)
    return binary(build, 'Mul', difference, difference)
  },
  FloorDiv: (build, inputs) => {
    const [a, b] = operands(inputs, 'a', 'b')
    const quotient = binary(build, 'Div', cast(build, a!, 'float32'), cast(build, b!, 'float32'))
    return cast(build, unary(build, 'Floor', quotient), a!.type)
  },
  // The sign of the divisor, as TensorFlow.js has it; ONNX's floating-point Mod takes the dividend's.
  Mod: (build, inputs) => {
    const [a, b] = operands(inputs, 'a', 'b')
    const whole = unary(build, 'Floor', binary(build, 'Div', a!, b!))
    return binary(build, 'Sub', a!, binary(build, 'Mul', whole, b!))
  },

  Square: (build, { x }) => binary(build, 'Mul', x!, x!),
  Rsqrt: (build, { x }) => unary(build, 'Reciprocal', unary(build, 'Sqrt', x!)),
  Expm1: (build, { x }) => binary(build, 'Sub', unary(build, 'Exp', x!), build.scalar(1)),
  Log1p: (build, { x }) => unary(build, 'Log', binary(build, 'Add', x!, build.scalar(1))),

  Abs: each('Abs'),
  Neg: each('Neg'),
  Sign: each('Sign'),
  Sqrt: each('Sqrt'),
  Exp: each('Exp'),
  Log: each('Log'),
  Reciprocal: each('Reciprocal'),
  Floor: each('Floor'),
  Ceil: each('Ceil'),
  Round: each('Round'),
  Erf: each('Erf'),
  Sin: each('Sin'),
  Cos: each('Cos'),
  Tan: each('Tan'),
  Sinh: each('Sinh'),
  Cosh: each('Cosh'),
  Asin: each('Asin'),
  Acos: each('Acos'),
  Atan: each('Atan'),
  Asinh: each('Asinh'),
  Acosh: each('Acosh'),
  Atanh: each('Atanh'),
}
