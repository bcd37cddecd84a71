// TensorFlow's own library, operation by operation, through @tensorflow/tfjs-node-gpu or @tensorflow/tfjs-node: optional
// packages, used where one is installed and loads.

import * as tf from '@tensorflow/tfjs'
import type { Executor } from '../program.ts'
import { checkStateOf } from './check-program.ts'
import { EagerProgram } from './eager-program.ts'

const backend = 'tensorflow'

export const tensorflowExecutor: Executor = {
  id: 'tensorflow',
  async compile(program, store) {
    checkStateOf(program, store)
    await loadTensorflow()
    return new EagerProgram({ program, store, backend })
  },
}

/** The package makes its backend the present one for everybody: that is undone. */
async function loadTensorflow(): Promise<void> {
  if (tf.findBackend(backend)) return
  const before: string | undefined = tf.engine().backendName
  await loadFirst([() => import('@tensorflow/tfjs-node-gpu'), () => import('@tensorflow/tfjs-node')])
  await tf.setBackend(before ?? 'cpu')
}

/** @throws what the first that is installed says, or else that none is. */
async function loadFirst(packages: readonly (() => Promise<unknown>)[]): Promise<void> {
  let failure: unknown
  for (const load of packages) {
    try {
      await load()
      return
    } catch (error) {
      failure ??= isNotInstalled(error) ? undefined : error
    }
  }
  throw failure ?? new Error('neither @tensorflow/tfjs-node-gpu nor @tensorflow/tfjs-node is installed')
}

function isNotInstalled(error: unknown): boolean {
  return error instanceof Error && /Cannot find (package|module) '@tensorflow\/tfjs-node(-gpu)?'/.test(error.message)
}
