import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { chooseExecutor } from '../../../agents/tensor/executors/choose.ts'
import type { Executor, Program, Shapes } from '../../../agents/tensor/program.ts'
import { createStore } from '../../../agents/tensor/store.ts'
import { unrolled } from '../../../agents/tensor/unrolled.ts'
import { seededRandom } from '../../support/programs/program-case.ts'
import { softActorCritic } from '../../support/programs/soft-actor-critic.ts'

const times = 3

/** Numbers for `updates` updates in a row, by input. */
function numbersFor({ program: { inputs }, fill }: ReturnType<typeof updates>, count: number) {
  const random = seededRandom(3)
  return Array.from({ length: count }, () => {
    const arrays = Object.fromEntries(
      Object.entries(inputs).map(([name, shape]) => [name, new Float32Array(shape.reduce((a, b) => a * b, 1))]),
    )
    fill(arrays, random)
    return arrays
  })
}

const updates = () => softActorCritic({ observation: 5, action: 2, hidden: [16, 16], batch: 8, layerNorm: false })

interface Answer {
  readonly outputs: Readonly<Record<string, number[]>>
  readonly state: Readonly<Record<string, Float32Array>>
}

/** @param each updates in one run */
async function answerOf(executor: Executor, each: number): Promise<Answer> {
  const learning = updates()
  const store = createStore(learning.state)
  const program = each === 1 ? learning.program : unrolled(learning.program, each)
  const compiled = await executor.compile(program, store)
  const numbers = numbersFor(learning, 2 * times)
  const outputs: Record<string, number[]> = {}
  for (let start = 0; start < numbers.length; start += each) {
    for (const [name, values] of Object.entries(compiled.inputs)) {
      const size = values.length / each
      for (let i = 0; i < each; i++) values.set(numbers[start + i]![name]!, i * size)
    }
    for (const [name, values] of Object.entries(await compiled.run())) {
      outputs[name] = [...(outputs[name] ?? []), ...values]
    }
  }
  await compiled.dispose()
  return { outputs, state: Object.fromEntries(Object.keys(learning.state).map((name) => [name, store.read(name)])) }
}

describe.each(['cpu', 'eager'])('on %s', (id) => {
  test('two runs of three updates are six updates, step by step', async () => {
    const executor = await chooseExecutor(id)
    const [singly, together] = [await answerOf(executor, 1), await answerOf(executor, times)]
    for (const [name, values] of Object.entries(singly.outputs)) {
      expect(together.outputs[name]).toHaveLength(2 * times)
      for (const [i, value] of values.entries()) expect(together.outputs[name]![i]).toBeCloseTo(value, 5)
    }
    expect(together.state.step![0]).toBe(2 * times)
    for (const [name, values] of Object.entries(singly.state)) {
      const found = together.state[name]!
      expect(Math.max(...values.map((x, i) => Math.abs(x - found[i]!))), name).toBeLessThan(1e-5)
    }
  })
})

test('state that the program leaves alone is not replaced', () => {
  const program: Program<Shapes, Shapes> = {
    name: 'test/half',
    inputs: { x: [2] },
    state: { sum: [2], rate: [] },
    define: ({ x }, { sum, rate }) => ({ outputs: {}, state: { sum: tf.add(sum!, tf.mul(x!, rate!)) } }),
  }
  const { define, name, inputs } = unrolled(program, 2)
  const x = tf.tensor([1, 2, 3, 4], [2, 2])
  const { state } = define({ x }, { sum: tf.zeros([2]), rate: tf.scalar(10) })
  expect([name, inputs]).toEqual(['test/half x 2', { x: [2, 2] }])
  expect(Object.keys(state!)).toEqual(['sum'])
  expect(Array.from(state!.sum!.dataSync())).toEqual([40, 60])
})

test.each([0, 1.5, -1])('%s times is refused', (count) => {
  expect(() => unrolled(updates().program, count)).toThrow(`sac/16x16 unrolled ${count} times; type 1 or more`)
})
