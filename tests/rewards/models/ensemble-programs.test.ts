import { expect, test } from 'vitest'
import { cpuExecutor } from '../../../agents/tensor/executors/cpu.ts'
import { createStore } from '../../../agents/tensor/store.ts'
import {
  ensembleNetwork,
  ensembleState,
  estimateProgram,
  fitProgram,
} from '../../../rewards/models/ensemble-programs.ts'
import { ensembleDefaults } from '../../../rewards/models/ensemble-settings.ts'
import { randomStream } from '../../../sim/random.ts'

const sizes = { input: 3, length: 4 }
const pairSize = 2 * sizes.length * sizes.input
const settings = { ...ensembleDefaults, depth: 1, width: 8 }

const random = randomStream(1, 'rows')
const pairs = Array.from({ length: 3 }, () => Float32Array.from({ length: pairSize }, () => random.normal()))
const labels = [1, 0, 0.5]

/** Parameters after one step on the three pairs in a batch of that size, its rest filled with a number. */
async function stepIn(batch: number, rest: number): Promise<Float32Array> {
  const network = ensembleNetwork(sizes, { ...settings, batch })
  const shapes = ensembleState(network)
  const parameters = { shape: shapes.parameters, values: network.layout.initialise(randomStream(2, 'reward')) }
  const deviation = { shape: shapes.deviation, values: new Float32Array(sizes.input).fill(1) }
  const zeros = Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, { shape }]))
  const store = createStore({ ...zeros, parameters, deviation })
  const update = await cpuExecutor.compile(fitProgram(network), store)
  update.inputs.rows.fill(rest)
  update.inputs.labels.fill(rest)
  for (const [slot, pair] of pairs.entries()) update.inputs.rows.set(pair, slot * pairSize)
  update.inputs.labels.set(labels)
  update.inputs.weights.fill(1, 0, pairs.length)
  await update.run()
  await update.dispose()
  return store.read('first').slice()
}

function largestDifference(a: Float32Array, b: Float32Array): number {
  return a.reduce((largest, value, i) => Math.max(largest, Math.abs(value - b[i]!)), 0)
}

test('what lies in the padding of a short batch has no influence at all', async () => {
  expect(await stepIn(8, 7)).toEqual(await stepIn(8, 0))
})

test('a padded batch has the gradient of a full one', async () => {
  const [padded, full] = [await stepIn(8, 7), await stepIn(3, 0)]
  const scale = largestDifference(full, new Float32Array(full.length))
  expect(largestDifference(padded, full) / scale).toBeLessThan(1e-5)
})

test('rewards lie in [-1, 1], and inputs far outside what was stored are cut', async () => {
  const network = ensembleNetwork(sizes, settings)
  const shapes = ensembleState(network)
  const store = createStore({
    parameters: { shape: shapes.parameters, values: network.layout.initialise(randomStream(2, 'reward')) },
    mean: { shape: shapes.mean, values: Float32Array.of(1, 1, 1) },
    deviation: { shape: shapes.deviation, values: Float32Array.of(0.1, 0.1, 0.1) },
  })
  const estimate = await cpuExecutor.compile(estimateProgram(network, 2), store)
  estimate.inputs.rows.set([2, 0, 1, 1e6, -1e6, 1])
  const { rewards } = await estimate.run()
  expect(rewards).toHaveLength(2 * settings.members)
  for (let member = 0; member < settings.members; member++) {
    expect(Math.abs(rewards![2 * member]!)).toBeLessThanOrEqual(1)
    expect(rewards![2 * member]).toBe(rewards![2 * member + 1])
  }
  await estimate.dispose()
})
