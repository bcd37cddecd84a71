import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { cpuExecutor } from '../../../../agents/tensor/executors/cpu.ts'
import { liveSessions } from '../../../../agents/tensor/executors/live-sessions.ts'
import type { Program, Shapes } from '../../../../agents/tensor/program.ts'
import { createStore } from '../../../../agents/tensor/store.ts'
import { executorsHere } from '../../../support/executors-here.ts'

type AnyProgram = Program<Shapes, Shapes>

/** Adds its input to a running total and counts. */
const adding: AnyProgram = {
  name: 'test/adding',
  inputs: { x: [3], unused: [2] },
  state: { total: [3], count: [] },
  define({ x }, { total, count }) {
    const next = tf.add(total!, x!)
    return { outputs: { sum: tf.sum(next), same: x! }, state: { total: next, count: tf.add(count!, 1) } }
  },
}

/** Reads the total that `adding` writes. */
const reading: AnyProgram = {
  name: 'test/reading',
  inputs: {},
  state: { total: [3] },
  define: (_, { total }) => ({ outputs: { doubled: tf.mul(total!, 2) } }),
}

const makeStore = () => createStore({ total: { shape: [3] }, count: { shape: [] } })

describe.each(await executorsHere())('executor $id', (executor) => {
  test('carries state from run to run, for every program over the store', async () => {
    const store = makeStore()
    const add = await executor.compile(adding, store)
    const read = await executor.compile(reading, store)
    for (let i = 1; i <= 5; i++) {
      add.inputs.x!.set([1, 2, 3])
      const { sum, same } = await add.run()
      expect(sum).toEqual(Float32Array.of(6 * i))
      expect(same).toEqual(Float32Array.of(1, 2, 3))
      expect(store.read('total')).toEqual(Float32Array.of(i, 2 * i, 3 * i))
      expect((await read.run()).doubled).toEqual(Float32Array.of(2 * i, 4 * i, 6 * i))
    }
    expect(store.read('count')).toEqual(Float32Array.of(5))
    await add.dispose()
    await read.dispose()
  })

  test('goes on from what is written into the store', async () => {
    const store = makeStore()
    const add = await executor.compile(adding, store)
    await add.run()
    store.write('total', Float32Array.of(10, 10, 10))
    expect((await add.run()).sum).toEqual(Float32Array.of(30))
    await add.dispose()
  })

  test('holds no session and no tensor after disposal, also when disposed twice', async () => {
    const [sessions, tensors] = [liveSessions(), tf.memory().numTensors]
    const compiled = await executor.compile(adding, makeStore())
    expect(liveSessions()).toBe(sessions + 1)
    for (let i = 0; i < 3; i++) await compiled.run()
    expect(tf.memory().numTensors).toBe(tensors)
    await compiled.dispose()
    await compiled.dispose()
    expect(liveSessions()).toBe(sessions)
    await expect(compiled.run()).rejects.toThrow('program test/adding: was disposed and cannot run')
  })

  test('refuses state that the store does not hold, or holds in another shape', async () => {
    const missing = executor.compile(adding, createStore({ count: { shape: [] } }))
    await expect(missing).rejects.toThrow("program test/adding: declares state 'total', but the store holds count")
    const other = executor.compile(adding, createStore({ total: { shape: [4] }, count: { shape: [] } }))
    await expect(other).rejects.toThrow("program test/adding: declares state 'total' as [3], the store's is [4]")
  })

  test('refuses new state of another shape than declared', async () => {
    const wrong: AnyProgram = {
      ...adding,
      define: ({ x }) => ({ outputs: {}, state: { total: tf.sum(x!) } }),
    }
    const attempt = async () => {
      const compiled = await executor.compile(wrong, makeStore())
      await compiled.run().finally(() => compiled.dispose())
    }
    await expect(attempt()).rejects.toThrow(/program test\/adding: new state 'total' is .*\[\], declared as .*\[3\]/)
  })

  test('reads the state of before the run to the end, whatever it replaces', async () => {
    const program: AnyProgram = {
      name: 'test/exchange',
      inputs: {},
      state: { a: [4], b: [4] },
      define: (_, { a, b }) => ({
        outputs: { sum: tf.sum(tf.add(a!, b!)) },
        state: { a: tf.reverse(b!), b: tf.add(tf.cumsum(a!), tf.reverse(b!)) },
      }),
    }
    const values = { a: [1, 2, 3, 4], b: [5, 6, 7, 9] }
    const initial = (numbers: readonly number[]) => ({ shape: [4], values: Float32Array.from(numbers) })
    const store = createStore({ a: initial(values.a), b: initial(values.b) })
    const compiled = await executor.compile(program, store)
    let { a, b } = values
    for (let run = 0; run < 5; run++) {
      await compiled.run()
      let total = 0
      const sums = a.map((x) => (total += x))
      const reversed = b.toReversed()
      ;[a, b] = [reversed, sums.map((x, i) => x + reversed[i]!)]
      expect([Array.from(store.read('a')), Array.from(store.read('b'))]).toEqual([a, b])
    }
    await compiled.dispose()
  })

  test('reads large vectors in pieces, and their neighbours', async () => {
    const sizes = [7, 20_000, 5, 40_000, 3, 2]
    const size = sizes.reduce((sum, each) => sum + each, 0)
    const program: AnyProgram = {
      name: 'test/pieces',
      inputs: { big: [size] },
      state: { vector: [size] },
      define({ big }, { vector }) {
        const pieces = [...tf.split(vector!, sizes), ...tf.split(big!, sizes)]
        const outputs = pieces.map((piece, i): [string, tf.Tensor] => [`sum${i}`, tf.sum(piece)])
        const end = tf.reshape(tf.slice(vector!, [size - 20_000], [20_000]), [100, 200])
        return { outputs: { ...Object.fromEntries(outputs), end: tf.max(end) }, state: { vector: tf.add(vector!, 1) } }
      },
    }
    const values = Float32Array.from({ length: size }, (_, i) => (i % 13) - 6)
    const store = createStore({ vector: { shape: [size], values } })
    const compiled = await executor.compile(program, store)
    compiled.inputs.big!.set(values)
    for (let run = 0; run < 3; run++) {
      const outputs = await compiled.run()
      let begin = 0
      for (const [i, length] of sizes.entries()) {
        const sum = values.subarray(begin, begin + length).reduce((total, x) => total + x, 0)
        expect(outputs[`sum${i}`]![0]).toBeCloseTo(sum + run * length, 2)
        expect(outputs[`sum${i + sizes.length}`]![0]).toBeCloseTo(sum, 2)
        begin += length
      }
      expect(outputs.end![0]).toBe(6 + run)
    }
    await compiled.dispose()
  })

  test('returns what is not a float32 tensor as numbers', async () => {
    const program: AnyProgram = {
      name: 'test/types',
      inputs: { x: [3] },
      state: {},
      define: ({ x }) => ({ outputs: { largest: tf.argMax(x!), positive: tf.greater(x!, 0), known: tf.scalar(4) } }),
    }
    const compiled = await executor.compile(program, createStore({}))
    compiled.inputs.x!.set([-1, 5, 2])
    const found = await compiled.run()
    expect(found.largest).toEqual(Float32Array.of(1))
    expect(found.positive).toEqual(Float32Array.of(0, 1, 1))
    expect(found.known).toEqual(Float32Array.of(4))
    await compiled.dispose()
  })
})

test('a compiled program refuses to run twice at once', async () => {
  const compiled = await cpuExecutor.compile(adding, makeStore())
  const first = compiled.run()
  await expect(compiled.run()).rejects.toThrow('program test/adding: is already running; await its last run first')
  await first
  await compiled.dispose()
})
