import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { optimise } from '../../../../../agents/tensor/graph/optimise/optimise.ts'
import { type Graph, splatOf } from '../../../../../agents/tensor/graph/value.ts'
import type { Shapes } from '../../../../../agents/tensor/program.ts'
import { trace } from '../../../../../agents/tensor/trace/trace.ts'

type Body = (...operands: tf.Tensor[]) => tf.Tensor | readonly tf.Tensor[]

function optimised(shapes: readonly (readonly number[])[], body: Body, { views = false } = {}): Graph {
  const inputs: Shapes = Object.fromEntries(shapes.map((shape, i) => [`x${i}`, shape]))
  const { graph } = trace({
    name: 'test/optimise',
    inputs,
    state: {},
    define(given) {
      const results = [body(...Object.values(given))].flat() as tf.Tensor[]
      return { outputs: Object.fromEntries(results.map((result, i) => [`y${i}`, result])) }
    },
  })
  return optimise(graph, { views })
}

const ops = (graph: Graph) => graph.nodes.map(({ op }) => op)

describe('arithmetic on known numbers', () => {
  test.each<[string, Body, string[]]>([
    [
      'x * 1, x + 0, x - 0, x / 1 and x ^ 1 are x',
      (x) => tf.pow(tf.div(tf.sub(tf.add(tf.mul(x!, 1), 0), 0), 1), 1),
      [],
    ],
    ['1 * x and 0 + x too', (x) => tf.add(0, tf.mul(1, x!)), []],
    ['numbers of a chain are joined', (x) => tf.mul(tf.mul(tf.mul(x!, 2), 3), 4), ['Mul']],
    ['what is known is computed', (x) => tf.mul(x!, tf.sqrt(tf.add(tf.scalar(7), 9))), ['Mul']],
    ['two negations cancel', (x) => tf.neg(tf.neg(x!)), []],
    ['subtracting a negative adds', (x) => tf.sub(tf.exp(x!), tf.neg(x!)), ['Exp', 'Add']],
    ['adding a negative subtracts', (x) => tf.add(tf.exp(x!), tf.neg(x!)), ['Exp', 'Sub']],
  ])('%s', (_, body, expected) => {
    expect(ops(optimised([[2, 3]], body))).toEqual(expected)
  })

  test('what is not a number stays visible: x * 0 is computed', () => {
    expect(ops(optimised([[2, 3]], (x) => tf.mul(x!, 0)))).toEqual(['Mul'])
  })

  test('a tensor of one number becomes that number', () => {
    const graph = optimised([[2, 3]], (x) => tf.mul(x!, tf.fill([2, 3], 5)))
    expect(graph.nodes[0]!.inputs[1]!.shape).toEqual([])
  })
})

describe('shapes', () => {
  test.each<[string, Body, string[]]>([
    ['reshape of a reshape is one', (x) => tf.reshape(tf.reshape(x!, [6]), [3, 2]), ['Reshape']],
    ['reshape to its own shape is none', (x) => tf.reshape(tf.reshape(x!, [6]), [2, 3]), []],
    ['transpose of a transpose is none', (x) => tf.transpose(tf.transpose(x!)), []],
    ['clone is none', (x) => tf.clone(x!), []],
    ['tile once is none', (x) => tf.tile(x!, [1, 1]), []],
    ['concat of a concat is one', (x) => tf.concat([tf.concat([tf.exp(x!), x!]), x!]), ['Exp', 'Concat']],
  ])('%s', (_, body, expected) => {
    expect(ops(optimised([[2, 3]], body))).toEqual(expected)
  })

  test('a transpose that moves only axes of one is a reshape', () => {
    expect(ops(optimised([[4, 1]], (x) => tf.transpose(x!)))).toEqual(['Reshape'])
  })
})

describe('products', () => {
  test('transpose their operands themselves', () => {
    const graph = optimised(
      [
        [4, 2],
        [3, 4],
      ],
      (a, b) => tf.matMul(tf.transpose(a!), tf.transpose(b!)),
    )
    expect(ops(graph)).toEqual(['Gemm'])
    expect(graph.nodes[0]!.attributes).toEqual({ transA: 1, transB: 1 })
  })

  test('of stacks transpose too', () => {
    const swap = (x: tf.Tensor) => tf.transpose(x, [0, 2, 1])
    expect(
      ops(
        optimised(
          [
            [2, 4, 2],
            [2, 4, 3],
          ],
          (a, b) => tf.matMul(swap(a!), b!),
        ),
      ),
    ).toEqual(['FusedMatMul'])
  })

  test('add the bias themselves, whichever side it is on', () => {
    const bias = (a: tf.Tensor, b: tf.Tensor, c: tf.Tensor) => tf.add(c, tf.matMul(a, b))
    const graph = optimised([[2, 3], [3, 4], [4]], (a, b, c) => bias(a!, b!, c!))
    expect(ops(graph)).toEqual(['Gemm'])
    expect(graph.nodes[0]!.inputs).toHaveLength(3)
  })

  test('leave a bias alone when the product is needed without it', () => {
    const body: Body = (a, b, c) => {
      const product = tf.matMul(a!, b!)
      return [tf.add(product, c!), product]
    }
    expect(ops(optimised([[2, 3], [3, 4], [4]], body))).toEqual(['Gemm', 'Add'])
  })

  test('do not take a bias that is larger than they are', () => {
    expect(
      ops(
        optimised(
          [
            [2, 3],
            [3, 4],
            [5, 2, 4],
          ],
          (a, b, c) => tf.add(tf.matMul(a!, b!), c!),
        ),
      ),
    ).toEqual(['Gemm', 'Add'])
  })

  test('sum rows', () => {
    expect(ops(optimised([[5, 16]], (x) => tf.sum(x!, 0)))).toEqual(['Gemm', 'Reshape'])
    expect(ops(optimised([[5, 2]], (x) => tf.sum(x!, 0)))).toEqual(['ReduceSum'])
    expect(ops(optimised([[5, 16]], (x) => tf.sum(x!, 1)))).toEqual(['ReduceSum'])
  })
})

describe('expansions', () => {
  test('come last', () => {
    const body: Body = (x) => tf.mul(tf.exp(tf.neg(tf.tile(x!, [1, 8]))), 3)
    expect(ops(optimised([[4, 1]], body))).toEqual(['Neg', 'Exp', 'Mul', 'Expand'])
  })

  test('are left to the arithmetic that broadcasts anyway', () => {
    expect(
      ops(
        optimised(
          [
            [4, 1],
            [4, 8],
          ],
          (x, y) => tf.add(tf.tile(x!, [1, 8]), y!),
        ),
      ),
    ).toEqual(['Add'])
  })

  test('are summed as multiples', () => {
    const graph = optimised([[4, 1]], (x) => tf.sum(tf.tile(x!, [1, 8]), 1))
    expect(ops(graph)).toEqual(['Reshape', 'Mul'])
    expect(splatOf(graph.nodes[1]!.inputs[1])).toBe(8)
    expect(ops(optimised([[4, 1]], (x) => tf.mean(tf.tile(x!, [1, 8]), 1)))).toEqual(['Reshape'])
  })

  test('of the gradient of a mean vanish', () => {
    const graph = optimised([[4, 8]], (x) => tf.grad((given: tf.Tensor) => tf.mean(tf.square(given)) as tf.Scalar)(x!))
    expect(ops(graph)).toEqual(['Mul'])
    expect(splatOf(graph.nodes[0]!.inputs[1])).toBe(0.0625)
  })
})

describe('dead gradients', () => {
  test('are not computed: of a product, only what is asked for', () => {
    const body: Body = (a, b) => {
      const loss = (x: tf.Tensor, y: tf.Tensor) => tf.sum(tf.matMul(x as tf.Tensor2D, y as tf.Tensor2D)) as tf.Scalar
      return tf.grads(loss)([a!, b!])[0]!
    }
    expect(
      optimised(
        [
          [2, 3],
          [3, 4],
        ],
        body,
      ).nodes.filter(({ op }) => op === 'Gemm'),
    ).toHaveLength(1)
  })
})

describe('dead columns', () => {
  /** The gradient with respect to the second part of a joined input. */
  const throughConcat: Body = (a, b, weight) => {
    const loss = (part: tf.Tensor) => {
      const joined = tf.concat([a!, part], 1) as tf.Tensor2D
      return tf.sum(tf.square(tf.matMul(joined, weight as tf.Tensor2D))) as tf.Scalar
    }
    return tf.grad(loss)(b!)
  }

  test('of a gradient are not computed', () => {
    const graph = optimised(
      [
        [5, 30],
        [5, 2],
        [32, 4],
      ],
      throughConcat,
    )
    expect(graph.outputs[0]!.value.shape).toEqual([5, 2])
    expect(ops(graph)).not.toContain('Split')
    const [, backward] = graph.nodes.filter(({ op }) => op === 'Gemm')
    expect(backward!.inputs[1]!.shape).toEqual([2, 4])
  })

  test('stay where the whole product is read', () => {
    const body: Body = (a, b) => {
      const product = tf.matMul(a!, b!, false, true)
      return [tf.exp(tf.slice(product, [0, 1], [2, 2])), product]
    }
    expect(
      ops(
        optimised(
          [
            [2, 3],
            [4, 3],
          ],
          body,
        ),
      ),
    ).toEqual(['Gemm', 'Slice', 'Exp'])
  })

  test('take the columns of a bias along', () => {
    const body: Body = (a, b, c) => tf.slice(tf.add(tf.matMul(a!, b!, false, true), c!), [0, 1], [2, 2])
    const biasOf = (shape: number[]) => optimised([[2, 3], [4, 3], shape], body).nodes.at(-1)!.inputs[2]!.shape
    expect(biasOf([4])).toEqual([2])
    expect(biasOf([2, 4])).toEqual([2, 2])
    expect(biasOf([2, 1])).toEqual([2, 1])
  })
})

describe('slopes of rectifiers', () => {
  const gradient =
    (activation: (x: tf.Tensor) => tf.Tensor): Body =>
    (x, dy) => {
      const { value, grad } = tf.valueAndGrad(
        (given: tf.Tensor) => tf.sum(tf.mul(activation(given), dy!)) as tf.Scalar,
      )(x!)
      return [value, grad]
    }

  test('are read from the output, so that the input has one reader', () => {
    for (const activation of [tf.relu, (x: tf.Tensor) => tf.leakyRelu(x, 0.1)]) {
      const graph = optimised(
        [
          [2, 3],
          [2, 3],
        ],
        (x, dy) => gradient(activation)(tf.exp(x!), dy!),
      )
      const [inner] = graph.nodes.filter(({ op }) => op === 'Exp')
      const readers = graph.nodes.filter(({ inputs }) => inputs.includes(inner!.outputs[0]))
      // The rectifier, and the gradient of exp itself.
      expect(readers.map(({ op }) => op)).not.toContain('HardSigmoid')
      expect(ops(graph)).not.toContain('Where')
    }
  })

  test('of a clip are a factor, and other choices stay choices', () => {
    expect(
      ops(
        optimised(
          [
            [2, 3],
            [2, 3],
          ],
          gradient((x) => tf.clipByValue(x, -1, 1)),
        ),
      ),
    ).not.toContain('Where')
    const safe: Body = (x) => tf.where(tf.greater(x!, 0), tf.log(x!), tf.zerosLike(x!))
    expect(ops(optimised([[2, 3]], safe))).toContain('Where')
  })
})

describe('views', () => {
  const size = 20_000
  test('stand for large stretches of what is handed in', () => {
    const body: Body = (x) => tf.split(x!, [3, size, 2, 1]).map((piece) => tf.exp(piece))
    const graph = optimised([[size + 6]], body, { views: true })
    expect(graph.inputs.slice(1).map(({ name, view }) => ({ name, view }))).toEqual([
      { name: 'x0@0[3]', view: { of: 'x0', begin: 0 } },
      { name: `x0@3[${size}]`, view: { of: 'x0', begin: 3 } },
      { name: `x0@${size + 3}[3]`, view: { of: 'x0', begin: size + 3 } },
    ])
    expect(ops(graph)).toEqual(['Split', 'Exp', 'Exp', 'Exp', 'Exp'])
  })

  test('of views count from the beginning of the whole', () => {
    const body: Body = (x) => tf.exp(tf.reshape(tf.slice(tf.slice(x!, [5], [2 * size]), [size], [size]), [200, 100]))
    const graph = optimised([[3 * size]], body, { views: true })
    expect(graph.inputs.at(-1)).toMatchObject({ view: { of: 'x0', begin: size + 5 }, value: { shape: [200, 100] } })
    expect(ops(graph)).toEqual(['Exp'])
  })

  test('are no help for small pieces, scattered ones, or where the runtime has none', () => {
    expect(ops(optimised([[10]], (x) => tf.split(x!, [4, 6]), { views: true }))).toEqual(['Split'])
    expect(ops(optimised([[200, 200]], (x) => tf.split(x!, 2, 1), { views: true }))).toEqual(['Split'])
    expect(ops(optimised([[3 * size]], (x) => tf.split(x!, 3)))).toEqual(['Split'])
  })
})
