// Which executors work here: each multiplies two small matrices and is compared with the answer.

import * as tf from '@tensorflow/tfjs'
import { usableExecutors } from '../../agents/tensor/executors/choose.ts'
import type { Executor, Program } from '../../agents/tensor/program.ts'
import { createStore } from '../../agents/tensor/store.ts'
import type { Finding } from './finding.ts'

const shapes = { left: [2, 3], right: [3, 2] } as const

const product: Program<typeof shapes, Record<string, never>> = {
  name: 'doctor/product',
  inputs: shapes,
  state: {},
  define: ({ left, right }) => ({ outputs: { product: tf.matMul(left, right) } }),
}

export async function examineExecutors(): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const executor of usableExecutors()) findings.push(await examine(executor))
  return findings
}

async function examine(executor: Executor): Promise<Finding> {
  const { id } = executor
  try {
    const compiled = await executor.compile(product, createStore({}))
    compiled.inputs.left.set([1, 2, 3, 4, 5, 6])
    compiled.inputs.right.set([1, 0, 0, 1, 1, 1])
    const found = [...((await compiled.run()).product ?? [])].join(' ')
    await compiled.dispose()
    if (found === '4 5 10 11') return { id, usable: true, why: describe[id] }
    return { id, usable: false, why: `computes a wrong product (${found}); please report it` }
  } catch (error) {
    return { id, usable: false, why: error instanceof Error ? error.message : String(error) }
  }
}

const describe: Readonly<Record<Executor['id'], string>> = {
  cpu: 'compiled, by onnxruntime-node on the processor',
  eager: 'plain TensorFlow.js: slow, the reference',
}
