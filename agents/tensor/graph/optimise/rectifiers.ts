// Gradients of rectifiers and clips as factors. They are read from the activation's output rather than from its input:
// then nothing but the activation reads the input, and the runtime fuses it into the product before it.

import { binary, cast, step } from '../operators.ts'
import { splatOf, type Value } from '../value.ts'
import type { Rule } from './rewrite.ts'

const stepOfOutput: Rule = {
  name: 'the sign of relu(x) for that of x',
  ops: ['HardSigmoid'],
  apply(node, build) {
    const [x] = node.inputs as [Value]
    const rectified = build.existing({ op: 'Relu', inputs: [x], outputs: [x] })
    return rectified && build.node({ ...node, inputs: rectified })
  },
}

/** TensorFlow.js has where(x > 0, dy, alpha * dy), which takes three passes for the `where` alone. */
const leakySlope: Rule = {
  name: 'the slope of a leaky rectifier as a factor',
  ops: ['Where'],
  apply(node, build) {
    const [condition, dy, scaled] = node.inputs as [Value, Value, Value]
    const alpha = slopeOf(scaled, dy)
    const { producer } = condition
    if (alpha === undefined || producer?.op !== 'Greater' || splatOf(producer.inputs[1]) !== 0) return undefined
    const [x] = producer.inputs as [Value]
    const attributes = { alpha: { float: alpha } }
    const [output = x] = build.existing({ op: 'LeakyRelu', inputs: [x], attributes, outputs: [x] }) ?? []
    const slope = binary(build, 'Max', step(build, output), build.scalar(alpha))
    return [binary(build, 'Mul', dy, slope)]
  },
}

/** TensorFlow.js has where(low <= x and x <= high, dy, 0). */
const clipSlope: Rule = {
  name: 'the slope of a clip as a factor',
  ops: ['Where'],
  apply(node, build) {
    const [inside, dy, zero] = node.inputs as [Value, Value, Value]
    const [above, below] = inside.producer?.op === 'And' ? inside.producer.inputs : []
    if (above?.producer?.op !== 'GreaterOrEqual' || below?.producer?.op !== 'LessOrEqual') return undefined
    if (above.producer.inputs[0] !== below.producer.inputs[0] || splatOf(zero) !== 0) return undefined
    return [binary(build, 'Mul', dy, cast(build, inside, 'float32'))]
  },
}

/** The number between 0 and 1 by which `scaled` is a multiple of `value`. */
function slopeOf(scaled: Value, value: Value): number | undefined {
  const [left, right] = scaled.producer?.op === 'Mul' ? scaled.producer.inputs : []
  const number = left === value ? splatOf(right) : right === value ? splatOf(left) : undefined
  return number !== undefined && number > 0 && number < 1 ? number : undefined
}

export const rectifierRules: readonly Rule[] = [stepOfOutput, leakySlope, clipSlope]
