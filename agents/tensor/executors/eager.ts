// Plain TensorFlow.js on its `cpu` backend, operation by operation: slow, and the reference that the others are
// compared with.

import type { Executor } from '../program.ts'
import { checkStateOf } from './check-program.ts'
import { EagerProgram } from './eager-program.ts'

export const eagerExecutor: Executor = {
  id: 'eager',
  async compile(program, store) {
    checkStateOf(program, store)
    return new EagerProgram({ program, store, backend: 'cpu' })
  },
}
