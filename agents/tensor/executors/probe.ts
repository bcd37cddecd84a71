// Which executors work here: each multiplies two small matrices and is compared with the answer.

import * as tf from '@tensorflow/tfjs'
import type { Executor, ExecutorId, Program } from '../program.ts'
import { createStore } from '../store.ts'
import { executors, type ListedExecutor } from './executors.ts'

export interface ExecutorProbe {
  readonly id: ExecutorId
  readonly usable: boolean
  /** One line: what it is; where it is not usable, why not and what to type. */
  readonly why: string
}

/** All of them. Drivers print what they miss to standard error: `rapref doctor` asks in a process of its own. */
export function probeExecutors(from: readonly ListedExecutor[] = executors): Promise<ExecutorProbe[]> {
  return Promise.all(from.map(probeExecutor))
}

const known = new WeakMap<ListedExecutor, Promise<ExecutorProbe>>()

/** Tries it once; what it found holds for as long as this process lives. */
export function probeExecutor(listed: ListedExecutor): Promise<ExecutorProbe> {
  const probe = known.get(listed) ?? tryOut(listed)
  known.set(listed, probe)
  return probe
}

async function tryOut({ executor, title, advice }: ListedExecutor): Promise<ExecutorProbe> {
  const { id } = executor
  try {
    const found = (await multiply(executor)).join(' ')
    if (found === expected) return { id, usable: true, why: title }
    return { id, usable: false, why: `multiplies two matrices to ${found}, expected ${expected}; please report it` }
  } catch (error) {
    return { id, usable: false, why: `${reasonOf(error)}; ${advice}` }
  }
}

const shapes = { left: [2, 3], right: [3, 2] } as const
const expected = '4 5 10 11'

const product: Program<typeof shapes, Record<string, never>> = {
  name: 'probe/product',
  inputs: shapes,
  state: {},
  define: ({ left, right }) => ({ outputs: { product: tf.matMul(left, right) } }),
}

async function multiply(executor: Executor): Promise<number[]> {
  const compiled = await executor.compile(product, createStore({}))
  try {
    compiled.inputs.left.set([1, 2, 3, 4, 5, 6])
    compiled.inputs.right.set([1, 0, 0, 1, 1, 1])
    return [...((await compiled.run()).product ?? [])]
  } finally {
    await compiled.dispose()
  }
}

/** The sentence of a native library's complaint that says something to a person. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const [, sentence] = /was false\. (.*)/s.exec(message) ?? []
  const [line = ''] = (sentence ?? message).trim().split('\n')
  return line.replace(/^OrtSessionOptions\w+: /, '').replace(/[\s.;:]+$/, '')
}
