// Owns the state vectors (parameters, moments, targets) that several programs share.

import { TensorStoreError } from './errors.ts'
import { sizeOf } from './graph/value.ts'
import type { Shape, Store } from './program.ts'

export interface InitialState {
  readonly shape: Shape
  /** Copied; zeros where absent. */
  readonly values?: Float32Array
}

export function createStore(initial: Readonly<Record<string, InitialState>>): Store {
  const shapes = Object.fromEntries(Object.entries(initial).map(([name, { shape }]) => [name, [...shape]]))
  const buffers = new Map<string, Float32Array>()

  const read = (name: string): Float32Array => {
    const values = buffers.get(name)
    if (!values) throw new TensorStoreError(`no state '${name}'; this store holds ${Object.keys(shapes).join(', ')}`)
    return values
  }
  const checkLength = (name: string, values: Float32Array): void => {
    const expected = sizeOf(shapes[name]!)
    if (values.length === expected) return
    throw new TensorStoreError(`state '${name}' holds ${expected} numbers [${shapes[name]}], not ${values.length}`)
  }

  for (const [name, { shape, values }] of Object.entries(initial)) {
    if (values) checkLength(name, values)
    buffers.set(name, values ? values.slice() : new Float32Array(sizeOf(shape)))
  }
  return {
    shapes,
    read,
    write(name, values) {
      const present = read(name)
      checkLength(name, values)
      present.set(values)
    },
    replace(name, values) {
      const former = read(name)
      checkLength(name, values)
      buffers.set(name, values)
      return former
    },
  }
}

/** Copies of all state vectors. */
export function saveStore(store: Store): Readonly<Record<string, Float32Array>> {
  return Object.fromEntries(Object.keys(store.shapes).map((name) => [name, store.read(name).slice()]))
}

/** Writes what `saveStore` gave. @param owner for the error, such as `learner`. @throws RangeError when a vector lacks */
export function loadStore(store: Store, saved: Readonly<Record<string, Float32Array>>, owner: string): void {
  for (const name of Object.keys(store.shapes)) {
    const values = saved[name]
    if (!values) throw new RangeError(`saved ${owner} lacks '${name}'; found ${Object.keys(saved).join(', ')}`)
    store.write(name, values)
  }
}
