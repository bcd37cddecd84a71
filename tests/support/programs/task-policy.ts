// A policy for a task as a run exports it: 39 numbers in, 4 out, and notes of how it wants to be used. Nothing was learned.

import { createLayout } from '../../../agents/tensor/layout.ts'
import { createMlp } from '../../../agents/tensor/mlp.ts'
import { exportPolicy } from '../../../agents/tensor/policy-onnx.ts'
import { createStore } from '../../../agents/tensor/store.ts'
import { seededRandom } from './program-case.ts'

const actor = createMlp({ name: 'actor', sizes: [39, 8, 4], activation: 'relu' })
const layout = createLayout(actor.parameters)

export function taskPolicy(notes: Readonly<Record<string, string>>): Uint8Array {
  const values = layout.initialise(seededRandom(3))
  return exportPolicy(
    (count) => ({
      name: 'test/task-policy',
      inputs: { observation: [count, 39] },
      state: { parameters: [layout.size] },
      define: ({ observation }, { parameters }) => ({
        outputs: { action: actor.forward(layout.views(parameters!), observation!) },
      }),
    }),
    createStore({ parameters: { shape: [layout.size], values } }),
    notes,
  )
}
