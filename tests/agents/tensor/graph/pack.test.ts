import { expect, test } from 'vitest'
import { GraphBuilder } from '../../../../agents/tensor/graph/builder.ts'
import { binary, unary } from '../../../../agents/tensor/graph/operators.ts'
import { packedInputs, packedOutputs, packInterface } from '../../../../agents/tensor/graph/pack.ts'

function example() {
  const build = new GraphBuilder()
  const small = build.input('small', [2, 3], 'float32')
  const other = build.input('other', [3], 'float32')
  const large = build.input('large', [200, 100], 'float32')
  const state = build.input('state:a', [3], 'float32')
  const outputs = [
    { name: 'sum', value: binary(build, 'Add', small, other) },
    { name: 'huge', value: unary(build, 'Exp', large) },
    { name: 'new-state:a', value: unary(build, 'Neg', state) },
    { name: 'same', value: other },
  ]
  return packInterface(build.graph(outputs), (name) => name.includes('state:'))
}

test('small inputs and outputs travel in one vector each, in order', () => {
  const { graph, inputs, outputs } = example()
  expect(inputs).toEqual([
    { name: 'small', begin: 0 },
    { name: 'other', begin: 6 },
  ])
  expect(outputs).toEqual([
    { name: 'sum', begin: 0 },
    { name: 'same', begin: 6 },
  ])
  expect(graph.inputs.find(({ name }) => name === packedInputs)!.value.shape).toEqual([9])
  expect(graph.outputs.find(({ name }) => name === packedOutputs)!.value.shape).toEqual([9])
})

test('state and large tensors stay apart', () => {
  const { graph } = example()
  expect(graph.inputs.map(({ name }) => name)).toEqual([packedInputs, 'large', 'state:a'])
  expect(graph.outputs.map(({ name }) => name)).toEqual([packedOutputs, 'huge', 'new-state:a'])
})

test('a graph without small inputs or outputs gets no vectors', () => {
  const build = new GraphBuilder()
  const large = build.input('large', [200, 100], 'float32')
  const { graph } = packInterface(build.graph([{ name: 'huge', value: unary(build, 'Exp', large) }]), () => false)
  expect(graph.inputs.map(({ name }) => name)).toEqual(['large'])
  expect(graph.outputs.map(({ name }) => name)).toEqual(['huge'])
})
