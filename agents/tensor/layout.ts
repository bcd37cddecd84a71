// Many parameters in one flat vector: one optimiser step for all of them, and gradients that arrive already joined.

import * as tf from '@tensorflow/tfjs'
import { TensorStoreError } from './errors.ts'
import { sizeOf } from './graph/value.ts'
import type { Shape } from './program.ts'

/** Where initial numbers come from. `normal` has mean 0 and deviation 1. */
export interface RandomStream {
  normal(): number
}

/** `normal`: mean 0 and the given deviation. `constant`: the same number everywhere. */
export type Initial = { readonly normal: number } | { readonly constant: number }

export interface Parameter {
  readonly name: string
  readonly shape: Shape
  readonly initial: Initial
}

export interface Layout {
  /** In the order in which they lie in the vector. */
  readonly parameters: readonly Parameter[]
  /** Length of the flat vector. */
  readonly size: number
  /** Where a parameter lies. @throws when the name is unknown */
  range(name: string): { readonly begin: number; readonly end: number }
  initialise(random: RandomStream): Float32Array
  /** One parameter of a flat vector, in its own shape. */
  view(vector: tf.Tensor, name: string): tf.Tensor
  /** All parameters at once: the gradient with respect to `vector` is one concatenation. */
  views(vector: tf.Tensor): Readonly<Record<string, tf.Tensor>>
}

export function createLayout(parameters: readonly Parameter[]): Layout {
  const ranges = new Map<string, { begin: number; end: number; shape: Shape }>()
  let size = 0
  for (const { name, shape } of parameters) {
    if (ranges.has(name)) throw new TensorStoreError(`parameter '${name}' is laid out twice`)
    ranges.set(name, { begin: size, end: size + sizeOf(shape), shape })
    size += sizeOf(shape)
  }
  const find = (name: string) => {
    const found = ranges.get(name)
    if (!found) throw new TensorStoreError(`no parameter '${name}'; known: ${[...ranges.keys()].join(', ')}`)
    return found
  }
  return {
    parameters,
    size,
    range: find,
    initialise(random) {
      const vector = new Float32Array(size)
      for (const { name, initial } of parameters) {
        const { begin, end } = find(name)
        for (let i = begin; i < end; i++) vector[i] = initialNumber(initial, random)
      }
      return vector
    },
    view(vector, name) {
      const { begin, end, shape } = find(name)
      return tf.reshape(tf.slice(vector, [begin], [end - begin]), [...shape])
    },
    views(vector) {
      const sizes = parameters.map(({ shape }) => sizeOf(shape))
      const pieces = tf.split(vector, sizes)
      return Object.fromEntries(parameters.map(({ name, shape }, i) => [name, tf.reshape(pieces[i]!, [...shape])]))
    },
  }
}

/** Flat vectors one behind the other. */
export function joined(vectors: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(vectors.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const vector of vectors) {
    whole.set(vector, at)
    at += vector.length
  }
  return whole
}

function initialNumber(initial: Initial, random: RandomStream): number {
  return 'constant' in initial ? initial.constant : initial.normal * random.normal()
}
