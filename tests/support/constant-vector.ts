// Parameters of networks that answer the same number whatever they are asked.

import type { Layout } from '../../agents/tensor/layout.ts'

/** Zeros, but for the parameters named: a last bias makes a network constant. */
export function constantVector(layout: Layout, named: Readonly<Record<string, number>>): Float32Array {
  const vector = new Float32Array(layout.size)
  for (const [name, value] of Object.entries(named)) {
    const { begin, end } = layout.range(name)
    vector.fill(value, begin, end)
  }
  return vector
}
