import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { cpuExecutor } from '../../../../agents/tensor/executors/cpu.ts'
import { eagerExecutor } from '../../../../agents/tensor/executors/eager.ts'
import type { Executor, Program, Shapes } from '../../../../agents/tensor/program.ts'
import { createStore } from '../../../../agents/tensor/store.ts'
import { kernelFamilies, supportedKernels } from '../../../../agents/tensor/trace/supported.ts'
import type { Operation } from '../../../support/programs/operation.ts'
import { operations } from '../../../support/programs/operations.ts'
import { seededRandom } from '../../../support/programs/program-case.ts'
import { supportedPage } from '../../../support/supported-page.ts'

/** The operation's results, and the gradient of a weighted sum of them with respect to each operand. */
function programOf({ name, shapes, gradient = true, apply }: Operation): Program<Shapes, Shapes> {
  const names = shapes.map((_, i) => `operand${i}`)
  const results = (operands: readonly tf.Tensor[]): readonly tf.Tensor[] => [apply(...operands)].flat() as tf.Tensor[]
  return {
    name,
    inputs: Object.fromEntries(names.map((operand, i) => [operand, shapes[i]!])),
    state: {},
    define(inputs) {
      const operands = names.map((operand) => inputs[operand]!)
      const outputs = results(operands).map((result, i): [string, tf.Tensor] => [`result${i}`, result])
      if (!gradient) return { outputs: Object.fromEntries(outputs) }
      const weighted = (...given: tf.Tensor[]) => tf.sum(tf.mul(results(given)[0]!, weightsLike(outputs[0]![1])))
      const slopes = tf.grads(weighted)([...operands])
      return { outputs: Object.fromEntries([...outputs, ...slopes.map((slope, i) => [`slope${i}`, slope])]) }
    },
  }
}

/** Different for each entry, so that a gradient in the wrong place is seen. */
function weightsLike(x: tf.Tensor): tf.Tensor {
  return tf.tensor(
    Float32Array.from({ length: x.size }, (_, i) => 0.5 + ((i * 7) % 5) / 5),
    x.shape,
  )
}

const ranges = { any: [-2, 2], positive: [0.2, 3], unit: [-0.9, 0.9] } as const

async function answer(executor: Executor, operation: Operation): Promise<Record<string, number[]>> {
  const compiled = await executor.compile(programOf(operation), createStore({}))
  const random = seededRandom(3)
  const [low, high] = ranges[operation.numbers ?? 'any']
  for (const values of Object.values(compiled.inputs)) {
    for (let i = 0; i < values.length; i++) values[i] = low + (high - low) * random.uniform()
  }
  const outputs = await compiled.run()
  const numbers = Object.fromEntries(Object.entries(outputs).map(([name, values]) => [name, Array.from(values)]))
  await compiled.dispose()
  return numbers
}

describe('compiled operations answer as plain TensorFlow.js does, gradients included', () => {
  test.each(operations)('$name', async (operation) => {
    const expected = await answer(eagerExecutor, operation)
    const found = await answer(cpuExecutor, operation)
    expect(Object.keys(found)).toEqual(Object.keys(expected))
    for (const [name, values] of Object.entries(expected)) {
      expect(found[name], name).toHaveLength(values.length)
      values.forEach((value, i) => {
        const tolerance = 1e-5 * Math.max(1, Math.abs(value))
        if (Number.isNaN(value)) expect(found[name]![i], name).toBeNaN()
        else expect(Math.abs(found[name]![i]! - value), `${name}[${i}]`).toBeLessThan(tolerance)
      })
    }
  })
})

/** Kernels that TensorFlow.js runs for these operations, their gradients included where that is asked for. */
async function kernelsOf(chosen: readonly Operation[]): Promise<Set<string>> {
  const reached = new Set<string>()
  for (const operation of chosen) {
    const profile = await tf.profile(async () => {
      await answer(eagerExecutor, operation)
      return tf.scalar(0)
    })
    for (const name of profile.kernelNames) reached.add(name)
  }
  return reached
}

test('every supported kernel of TensorFlow.js is reached by some operation', async () => {
  const reached = await kernelsOf(operations)
  const own = new Set(Object.keys(kernelFamilies.fused!))
  expect(supportedKernels().filter((name) => !reached.has(name) && !own.has(name))).toEqual([])
})

test('SUPPORTED.md lists what the code supports, and whose gradients are compared; --update after this file writes it', async () => {
  const differentiated = operations.filter(({ gradient = true }) => gradient)
  const compared = await kernelsOf(differentiated.map((operation) => ({ ...operation, gradient: false })))
  // Compared by a test of its own: it is several operations for plain TensorFlow.js.
  compared.add('LayerNorm')
  await expect(supportedPage(compared)).toMatchFileSnapshot('../../../../agents/tensor/SUPPORTED.md')
})
