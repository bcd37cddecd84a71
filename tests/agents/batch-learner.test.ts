import * as tf from '@tensorflow/tfjs'
import { afterEach, describe, expect, test } from 'vitest'
import { createBatchLearner } from '../../agents/batch-learner.ts'
import type { BatchLearner, RandomStream } from '../../agents/contract.ts'
import { cpuExecutor } from '../../agents/tensor/executors/cpu.ts'
import type { Program } from '../../agents/tensor/program.ts'

const inputs = { x: [2, 1], gauss: [3], even: [2] }
type State = { step: number[]; late: number[] }

/** Reports what it was handed. */
const update: Program<typeof inputs, { step: number[] }> = {
  name: 'counting/update',
  inputs,
  state: { step: [] },
  define: ({ x, gauss, even }, { step }) => ({
    outputs: { x: tf.sum(x), gauss: tf.sum(gauss), even: tf.sum(even) },
    state: { step: tf.add(step, 1) },
  }),
}

/** Adds up what came at the updates that it follows. */
const delayed: Program<{ x: number[] }, { late: number[] }> = {
  name: 'counting/delayed',
  inputs: { x: [2, 1] },
  state: { late: [] },
  define: ({ x }, { late }) => ({
    outputs: { late: tf.add(late, tf.sum(x)) },
    state: { late: tf.add(late, tf.sum(x)) },
  }),
}

/** Normals are 10, 11, 12 ..., uniform numbers the low end and a half of the range. */
function countingStream(): RandomStream {
  let next = 10
  return { normal: () => next++, uniform: (low, high) => low + (high - low) / 2, integer: () => 0 }
}

const open: BatchLearner<unknown>[] = []
afterEach(async () => {
  for (const learner of open.splice(0)) await learner.dispose()
})

async function makeLearner() {
  const state: { readonly [Name in keyof State]: { shape: number[] } } = { step: { shape: [] }, late: { shape: [] } }
  const learner = await createBatchLearner({
    id: 'counting',
    options: {
      sizes: { observation: 1, action: 1 },
      settings: { batch: 2 },
      executor: cpuExecutor,
      random: countingStream(),
    },
    state,
    update,
    delayed: { every: 3, program: delayed },
    noise: { gauss: 'normal', even: 'uniform' },
    explore: (count) => ({
      name: 'counting/explore',
      inputs: { observation: [count, 1], noise: [count, 1] },
      state: {},
      define: ({ observation, noise }) => ({ outputs: { action: tf.add(observation, noise) } }),
    }),
    exploit: (count) => ({
      name: 'counting/exploit',
      inputs: { observation: [count, 1] },
      state: {},
      define: ({ observation }) => ({ outputs: { action: tf.mul(observation, 2) } }),
    }),
  })
  open.push(learner)
  return learner
}

describe('a learner told by its programs', () => {
  test('draws fresh noise for each update, in the order in which it is named, and leaves the batch to the caller', async () => {
    const learner = await makeLearner()
    learner.batch.x.set([3, 4])
    expect(await learner.update()).toEqual({ x: 7, gauss: 10 + 11 + 12, even: 1 })
    expect(await learner.update()).toMatchObject({ x: 7, gauss: 13 + 14 + 15 })
    expect(learner.batchSize).toBe(2)
  })

  test('follows up on every third update with the batch of that update, also after a resume', async () => {
    const learner = await makeLearner()
    const reports = []
    for (let number = 1; number <= 5; number++) {
      learner.batch.x.fill(number)
      reports.push((await learner.update()).late)
    }
    expect(reports).toEqual([undefined, undefined, 6, undefined, undefined])
    const resumed = await makeLearner()
    resumed.load(learner.save())
    resumed.batch.x.fill(10)
    expect((await resumed.update()).late).toBe(6 + 20)
  })

  test('names the update at which a loss was no number', async () => {
    const learner = await makeLearner()
    await learner.update()
    learner.batch.x.set([Number.POSITIVE_INFINITY, 1])
    await expect(learner.update()).rejects.toThrow('counting: x is Infinity at update 2; expected a finite number')
  })

  test('acts for the observations that are counted and ignores what lies behind them', async () => {
    const learner = await makeLearner()
    expect([...(await learner.act(Float32Array.of(1, 2, 99), 2, 'exploit'))]).toEqual([2, 4])
    expect([...(await learner.act(Float32Array.of(1, 2, 99), 2, 'explore'))]).toEqual([11, 13])
  })

  test('keeps the actions of one count apart from those of another', async () => {
    const learner = await makeLearner()
    const one = await learner.act(Float32Array.of(5), 1, 'exploit')
    await learner.act(Float32Array.of(1, 2), 2, 'exploit')
    expect([...one]).toEqual([10])
  })
})
