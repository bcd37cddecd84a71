import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { TensorProgramError } from '../../../../agents/tensor/errors.ts'
import type { Program, Shapes } from '../../../../agents/tensor/program.ts'
import { supportedKernels } from '../../../../agents/tensor/trace/supported.ts'
import { newStatePrefix, trace } from '../../../../agents/tensor/trace/trace.ts'

type AnyProgram = Program<Shapes, Shapes>

function program(define: AnyProgram['define'], state: Shapes = {}): AnyProgram {
  return { name: 'test/program', inputs: { x: [2, 3] }, state, define }
}

/** A program with one output, computed from `x`. */
function computing(body: (x: tf.Tensor) => tf.Tensor): AnyProgram {
  return program(({ x }) => ({ outputs: { y: body(x!) } }))
}

describe('a traced program', () => {
  test('names what it reads and what it returns', () => {
    const define: AnyProgram['define'] = ({ x }, { total }) => {
      return { outputs: { y: tf.mul(x!, 2) }, state: { total: tf.add(total!, tf.sum(x!, 0)) } }
    }
    const { graph, outputs, replaced } = trace(program(define, { total: [3] }))
    expect(graph.inputs.map(({ name }) => name)).toEqual(['x', 'state:total'])
    expect(graph.outputs.map(({ name }) => name)).toEqual(['y', `${newStatePrefix}total`])
    expect(outputs).toEqual({ y: [2, 3] })
    expect(replaced).toEqual(['total'])
  })

  test('records equal subexpressions once', () => {
    const { graph } = trace(computing((x) => tf.add(tf.exp(tf.neg(x)), tf.exp(tf.neg(x)))))
    expect(graph.nodes.map(({ op }) => op)).toEqual(['Neg', 'Exp', 'Add'])
  })

  test('leaves no tensor behind, and the backend as it was', () => {
    const backend = tf.getBackend()
    const before = tf.memory().numTensors
    trace(computing((x) => tf.softmax(tf.mul(x, 3))))
    expect(() => trace(computing((x) => tf.fft(tf.cast(x, 'complex64'))))).toThrow()
    expect(tf.memory().numTensors).toBe(before)
    expect(tf.getBackend()).toBe(backend)
  })

  test('may use tensors made outside of it', () => {
    const outside = tf.tensor1d([1, 2, 3])
    const { graph } = trace(computing((x) => tf.mul(x, outside)))
    expect(graph.nodes[0]!.inputs[1]!.constant).toEqual({ dense: Float32Array.of(1, 2, 3) })
    expect(Array.from(outside.dataSync())).toEqual([1, 2, 3])
    // Again, now that the tensor has been through a trace.
    expect(trace(computing((x) => tf.add(x, outside))).graph.nodes[0]!.inputs[1]!.constant).toBeDefined()
    expect(Array.from(tf.square(outside).dataSync())).toEqual([1, 4, 9])
    outside.dispose()
  })

  test('bakes state in where that is asked for', () => {
    const define: AnyProgram['define'] = ({ x }, { scale }) => ({ outputs: { y: tf.mul(x!, scale!) } })
    const { graph } = trace(program(define, { scale: [3] }), { bake: () => Float32Array.of(1, 2, 3) })
    expect(graph.inputs.map(({ name }) => name)).toEqual(['x'])
  })
})

describe('what cannot be traced is said', () => {
  test('an operation without a kernel, with the nearest that have one, and all of them', () => {
    const attempt = () => trace(computing((x) => tf.cumprod(x, 1)))
    expect(attempt).toThrow(TensorProgramError)
    expect(attempt).toThrow(
      'program test/program: the operation Cumprod cannot be compiled. Nearest to it: Prod, Cumsum, Reciprocal. ' +
        'Compose it from the supported ones: Abs, ',
    )
    expect(attempt).toThrow(supportedKernels().join(', '))
  })

  test.each<[string, (x: tf.Tensor) => unknown]>([
    ['dataSync', (x) => x.dataSync()],
    ['arraySync', (x) => x.arraySync()],
    ['data', (x) => x.data()],
    ['array', (x) => x.array()],
    ['print', (x) => x.print()],
  ])('reading a value with %s', (_, read) => {
    const attempt = () =>
      trace(
        computing((x) => {
          read(tf.square(x))
          return x
        }),
      )
    expect(attempt).toThrow(
      'program test/program: a traced tensor was read (dataSync, data, arraySync, array or print)',
    )
    expect(attempt).toThrow('return it as an output instead')
  })

  test('reading a value and waiting for it', () => {
    const waiting = async ({ x }: Readonly<Record<string, tf.Tensor>>) => {
      const [first] = await tf.square(x!).data()
      return { outputs: { y: tf.mul(x!, first!) } }
    }
    const attempt = () => trace(program(waiting as unknown as AnyProgram['define']))
    expect(attempt).toThrow('program test/program: a traced tensor was read (dataSync, data, ')
  })

  test.each<[string, () => tf.Tensor]>([
    ['randomNormal', () => tf.randomNormal([2, 3])],
    ['randomNormal', () => tf.randomNormal([2, 3], 0, 1, 'float32', 7)],
    ['randomUniform', () => tf.randomUniform([2, 3])],
    ['truncatedNormal', () => tf.truncatedNormal([2, 3])],
    ['randomGamma', () => tf.randomGamma([2, 3], 1)],
  ])('drawing numbers with %s', (name, draw) => {
    expect(() => trace(computing((x) => tf.add(x, draw())))).toThrow(
      `program test/program: tf.${name} draws random numbers once, while tracing; hand noise in as an input`,
    )
  })

  test('dropout, which draws too', () => {
    expect(() => trace(computing((x) => tf.dropout(x, 0.5)))).toThrow('hand noise in as an input')
  })

  test('new state of another shape than declared', () => {
    const define: AnyProgram['define'] = ({ x }) => ({ outputs: {}, state: { total: tf.sum(x!, 1) } })
    expect(() => trace(program(define, { total: [3] }))).toThrow(
      "program test/program: new state 'total' is float32 [2], declared as float32 [3]",
    )
  })

  test('new state of another type than declared', () => {
    const define: AnyProgram['define'] = ({ x }) => ({ outputs: {}, state: { total: tf.argMax(x!, 0) } })
    expect(() => trace(program(define, { total: [3] }))).toThrow(
      "new state 'total' is int32 [3], declared as float32 [3]",
    )
  })

  test('new state that is not declared', () => {
    const define: AnyProgram['define'] = ({ x }) => ({ outputs: {}, state: { sum: tf.sum(x!) } })
    expect(() => trace(program(define))).toThrow("program test/program: returns state 'sum', which it does not declare")
  })

  test('texts', () => {
    expect(() => trace(computing((x) => tf.add(x, tf.cast(tf.tensor1d(['a']), 'float32'))))).toThrow(
      'tensors of string are not supported; use float32, int32 or bool',
    )
  })

  test('a slice that lies outside', () => {
    expect(() => trace(computing((x) => tf.slice(x, [1, 2], [1, 2])))).toThrow(
      'program test/program: Slice: [1,2] from [1,2] lies outside of [2,3]',
    )
  })

  const images = (x: tf.Tensor) => tf.reshape(x, [1, 2, 3, 1]) as tf.Tensor4D
  test.each<[string, (x: tf.Tensor) => tf.Tensor, string]>([
    [
      'images with their channels first',
      (x) => tf.conv2d(images(x), tf.ones([1, 1, 2, 2]), 1, 'valid', 'NCHW'),
      'Conv2D: images as [batch, channels, height, width]; use NHWC',
    ],
    [
      'a gradient that would not be the slope',
      (x) => tf.grad((given: tf.Tensor) => tf.sum(tf.avgPool(images(given), 2, 2, 'same')))(x),
      "AvgPoolGrad: the gradient of avgPool with padding; use pad 'valid'",
    ],
    [
      'a product of three',
      (x) => tf.einsum('ij,ij,ij->i', x, x, x),
      "Einsum: 'ij,ij,ij->i' has more than two operands; multiply two at a time",
    ],
    [
      'a letter that names two axes',
      (x) => tf.einsum('ii->i', tf.slice(x, [0, 0], [2, 2])),
      "Einsum: 'ii->i': each operand needs a letter of its own for each axis",
    ],
    [
      'a fused activation with weights',
      (x) => {
        const [filter, alpha] = [tf.ones<tf.Rank.R4>([1, 1, 1, 2]), tf.scalar(0.1)]
        const options = { x: images(x), filter, strides: 1, pad: 'valid', activation: 'prelu' } as const
        return tf.fused.conv2d({ ...options, preluActivationWeights: alpha })
      },
      "FusedConv2D: fused activation 'prelu'; apply it after the convolution",
    ],
  ])('%s', (_, body, message) => {
    expect(() => trace(computing(body))).toThrow(`program test/program: ${message}`)
  })

  test('a tensor that outlived its trace', () => {
    let kept: tf.Tensor | undefined
    trace(
      computing((x) => {
        kept = tf.keep(tf.square(x))
        return x
      }),
    )
    expect(() => trace(computing((x) => tf.add(x, kept!)))).toThrow('a traced tensor of another run was used')
    kept!.dispose()
  })
})
