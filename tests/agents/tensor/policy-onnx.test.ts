import * as tf from '@tensorflow/tfjs'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { describe, expect, test } from 'vitest'
import { cpuExecutor } from '../../../agents/tensor/executors/cpu.ts'
import { createLayout } from '../../../agents/tensor/layout.ts'
import { createMlp } from '../../../agents/tensor/mlp.ts'
import { exportPolicy } from '../../../agents/tensor/policy-onnx.ts'
import type { Program, Shapes } from '../../../agents/tensor/program.ts'
import { modeOfSquashed, squashedGaussian } from '../../../agents/tensor/squashed-gaussian.ts'
import { createStore } from '../../../agents/tensor/store.ts'
import { fillNormal, seededRandom } from '../../support/programs/program-case.ts'

const actor = createMlp({ name: 'actor', sizes: [9, 32, 32, 6], activation: 'relu' })
const layout = createLayout(actor.parameters)
/** The actor is the beginning of a longer vector, as a learner keeps it. */
const length = layout.size + 50

const policyFor = (count: number): Program<Shapes, Shapes> => ({
  name: 'test/exploit',
  inputs: { observation: [count, 9] },
  state: { parameters: [length] },
  define({ observation }, { parameters }) {
    const views = layout.views(tf.slice(parameters!, [0], [layout.size]))
    return { outputs: { action: modeOfSquashed(squashedGaussian(actor.forward(views, observation!))) } }
  },
})

function makeStore() {
  const values = new Float32Array(length)
  values.set(layout.initialise(seededRandom(3)))
  return createStore({ parameters: { shape: [length], values } })
}

describe('an exported policy', () => {
  test('acts in a plain ONNX runtime as the compiled program does', async () => {
    const store = makeStore()
    const compiled = await cpuExecutor.compile(policyFor(4), store)
    fillNormal(compiled.inputs.observation!, seededRandom(4))
    const expected = (await compiled.run()).action!

    const session = await InferenceSession.create(exportPolicy(policyFor, store))
    expect(session.inputNames).toEqual(['observation'])
    expect(session.outputNames).toEqual(['action'])
    const observation = new Tensor('float32', compiled.inputs.observation!.slice(), [4, 9])
    const { action } = await session.run({ observation })
    expect(action!.dims).toEqual([4, 3])
    expected.forEach((value, i) => {
      expect(Math.abs(value - (action!.data[i] as number))).toBeLessThan(1e-6)
    })
    await session.release()
    await compiled.dispose()
  })

  test('acts for any number of rows', async () => {
    const session = await InferenceSession.create(exportPolicy(policyFor, makeStore()))
    const rows = new Float32Array(5 * 9)
    fillNormal(rows, seededRandom(5))
    const all = (await session.run({ observation: new Tensor('float32', rows, [5, 9]) })).action!
    expect(all.dims).toEqual([5, 3])
    for (let row = 0; row < 5; row++) {
      const one = new Tensor('float32', rows.slice(9 * row, 9 * row + 9), [1, 9])
      const alone = (await session.run({ observation: one })).action!
      ;[0, 1, 2].forEach((i) => {
        expect(alone.data[i] as number).toBeCloseTo(all.data[3 * row + i] as number, 6)
      })
    }
    await session.release()
  })

  test('is refused where it computes differently for other numbers of rows', () => {
    const counting = (count: number): Program<Shapes, Shapes> => ({
      ...policyFor(count),
      define: ({ observation }) => ({ outputs: { action: tf.mul(observation!, count) } }),
    })
    expect(() => exportPolicy(counting, makeStore())).toThrow(
      'a constant of Mul depends on the number of rows: [2] for two, [3] for three',
    )
  })

  test('keeps the parameters that it was exported with', async () => {
    const store = makeStore()
    const before = exportPolicy(policyFor, store)
    store.write('parameters', new Float32Array(length))
    expect(Buffer.compare(before, exportPolicy(policyFor, makeStore()))).toBe(0)
    expect(Buffer.compare(before, exportPolicy(policyFor, store))).not.toBe(0)
  })

  test('holds the actor alone, not the rest of the vector', () => {
    expect(exportPolicy(policyFor, makeStore()).length).toBeLessThan(4 * layout.size + 2500)
  })

  test('cannot be a program that learns', () => {
    const learning = (count: number): Program<Shapes, Shapes> => ({
      ...policyFor(count),
      define: (_, { parameters }) => ({ outputs: {}, state: { parameters: tf.mul(parameters!, 2) } }),
    })
    expect(() => exportPolicy(learning, makeStore())).toThrow(
      'program test/exploit replaces parameters; a policy file cannot hold state',
    )
  })
})
