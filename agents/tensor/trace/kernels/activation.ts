// Activations of networks, and the gradients that TensorFlow.js has as kernels of their own.

import type { EluGradInputs, LeakyReluAttrs, SoftmaxAttrs, StepAttrs } from '@tensorflow/tfjs'
import type { GraphBuilder } from '../../graph/builder.ts'
import { binary, compare, step, unary, where } from '../../graph/operators.ts'
import type { Value } from '../../graph/value.ts'
import type { Emit, Kernels } from '../kernel.ts'

const each =
  (op: string): Emit =>
  (build, { x }) =>
    unary(build, op, x!)

export const activationKernels: Kernels = {
  Relu: each('Relu'),
  Sigmoid: each('Sigmoid'),
  Tanh: each('Tanh'),
  Elu: each('Elu'),
  Selu: each('Selu'),

  // max(x, 0) + log(1 + exp(-|x|)): ONNX's own Softplus takes 30 ns a number here, these six nodes together 10.
  Softplus: (build, { x }) => {
    const decay = unary(build, 'Exp', unary(build, 'Neg', unary(build, 'Abs', x!)))
    const rest = unary(build, 'Log', binary(build, 'Add', decay, build.scalar(1)))
    return binary(build, 'Add', unary(build, 'Relu', x!), rest)
  },
  Relu6: (build, { x }) => clip(build, x!, 0, 6),
  ClipByValue: (build, { x }, attributes) => {
    return clip(build, x!, attributes.clipValueMin as number, attributes.clipValueMax as number)
  },
  LeakyRelu: (build, { x }, attributes) => {
    const { alpha } = attributes as unknown as LeakyReluAttrs
    // As float32, which it is in the gradient too: the optimiser tells the two belong together by it.
    return unary(build, 'LeakyRelu', x!, { alpha: { float: Math.fround(alpha) } })
  },
  Prelu: (build, { x, alpha }) => {
    const negative = binary(build, 'Mul', alpha!, x!)
    return where(build, compare(build, 'GreaterOrEqual', x!, zeroLike(build, x!)), x!, negative)
  },
  Step: (build, { x }, attributes) => {
    const { alpha } = attributes as unknown as StepAttrs
    if (alpha === 0 && x!.type === 'float32') return step(build, x!)
    const positive = compare(build, 'Greater', x!, zeroLike(build, x!))
    return where(build, positive, build.splat(1, [], x!.type), build.splat(alpha, [], x!.type))
  },
  // Where the output is positive the slope is 1, elsewhere exp(x) = y + 1.
  EluGrad: (build, inputs) => {
    const { dy, y } = inputs as Readonly<Record<keyof EluGradInputs, Value>>
    const slope = binary(build, 'Add', y, build.scalar(1))
    const scaled = binary(build, 'Mul', dy, slope)
    return where(build, compare(build, 'GreaterOrEqual', y, build.scalar(0)), dy, scaled)
  },
  Softmax: (build, { logits }, attributes) => {
    const { dim } = attributes as unknown as SoftmaxAttrs
    return unary(build, 'Softmax', logits!, { axis: dim < 0 ? dim + logits!.shape.length : dim })
  },
}

function clip(build: GraphBuilder, x: Value, low: number, high: number): Value {
  const limits = [build.splat(low, [], x.type), build.splat(high, [], x.type)]
  return build.one({ op: 'Clip', inputs: [x, ...limits], shape: x.shape, type: x.type })
}

function zeroLike(build: GraphBuilder, x: Value): Value {
  return build.splat(0, [], x.type)
}
