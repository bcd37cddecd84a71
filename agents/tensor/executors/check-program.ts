// What every executor asks of a program and its store before compiling.

import { TensorProgramError } from '../errors.ts'
import { sameShape } from '../graph/value.ts'
import type { Program, Shapes, Store } from '../program.ts'

export function checkStateOf(program: Program<Shapes, Shapes>, store: Store): void {
  for (const [name, declared] of Object.entries(program.state)) {
    const held = store.shapes[name]
    if (!held) {
      const known = Object.keys(store.shapes).join(', ')
      throw new TensorProgramError(program.name, `declares state '${name}', but the store holds ${known}`)
    }
    if (sameShape(held, declared)) continue
    throw new TensorProgramError(program.name, `declares state '${name}' as [${declared}], the store's is [${held}]`)
  }
}
