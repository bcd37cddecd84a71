import { InferenceSession, Tensor } from 'onnxruntime-node'
import { expect, test } from 'vitest'
import { GraphBuilder } from '../../../../agents/tensor/graph/builder.ts'
import { fitInterface } from '../../../../agents/tensor/graph/interface.ts'
import { encodeOnnx } from '../../../../agents/tensor/graph/onnx.ts'
import { binary, cast, compare, reshape, unary, where } from '../../../../agents/tensor/graph/operators.ts'
import type { NamedValue } from '../../../../agents/tensor/graph/value.ts'

async function run(build: GraphBuilder, outputs: readonly NamedValue[], x: Float32Array) {
  const session = await InferenceSession.create(encodeOnnx(fitInterface(build.graph(outputs)), 'test'))
  const feeds = Object.fromEntries(session.inputNames.map((name) => [name, new Tensor('float32', x, [x.length])]))
  const found = await session.run(feeds)
  await session.release()
  return Object.fromEntries(outputs.map(({ name }) => [name, Array.from(found[name]!.data as Float32Array)]))
}

test('a runtime reads every type of constant and attribute that is written', async () => {
  const build = new GraphBuilder()
  const x = build.input('x', [4], 'float32')
  const flags = build.constant([1, 0, 1, 0], [4], 'bool')
  const whole = build.constant([1, -2, 3, 2_000_000_000], [4], 'int32')
  const einsum = { op: 'Einsum', inputs: [x, x], attributes: { equation: { text: 'i,i->' } }, shape: [] }
  const outputs = [
    { name: 'chosen', value: where(build, flags, x, build.scalar(-1.5)) },
    { name: 'integers', value: cast(build, binary(build, 'Add', whole, build.splat(-1, [4], 'int32')), 'float32') },
    { name: 'leaky', value: unary(build, 'LeakyRelu', x, { alpha: { float: 0.25 } }) },
    { name: 'square', value: build.one(einsum) },
    { name: 'shaped', value: reshape(build, unary(build, 'Neg', x), [2, 2]) },
    { name: 'large', value: cast(build, compare(build, 'Greater', x, build.scalar(1e30)), 'float32') },
  ]
  expect(await run(build, outputs, Float32Array.of(1, -2, 3, -4))).toEqual({
    chosen: [1, -1.5, 3, -1.5],
    integers: [0, -3, 2, 2_000_000_000],
    leaky: [1, -0.5, 3, -1],
    square: [30],
    shaped: [-1, 2, -3, 4],
    large: [0, 0, 0, 0],
  })
})

test('outputs that are inputs, constants or one another are all there', async () => {
  const build = new GraphBuilder()
  const x = build.input('x', [2], 'float32')
  build.input('unused', [3], 'float32')
  const twice = binary(build, 'Add', x, x)
  const outputs = [
    { name: 'same', value: x },
    { name: 'constant', value: build.constant([7, 8], [2], 'float32') },
    { name: 'first', value: twice },
    { name: 'second', value: twice },
  ]
  expect(await run(build, outputs, Float32Array.of(1, 2))).toEqual({
    same: [1, 2],
    constant: [7, 8],
    first: [2, 4],
    second: [2, 4],
  })
})
