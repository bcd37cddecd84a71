// What all worlds of a vector environment have in common; plain data, so that a worker can report it.

import type { Env, EnvOptions } from '../contract.ts'
import type { VectorSizes } from './arrays.ts'

export interface VectorSpec {
  readonly id: string
  readonly options: EnvOptions
  readonly observationSize: number
  readonly actionLow: Float32Array
  readonly actionHigh: Float32Array
  readonly termNames: readonly string[]
}

export function specOf(env: Env): VectorSpec {
  return {
    id: env.id,
    options: env.options,
    observationSize: env.observationSpace.low.length,
    actionLow: env.actionSpace.low,
    actionHigh: env.actionSpace.high,
    termNames: env.termNames,
  }
}

export function sizesOf(spec: VectorSpec, count: number): VectorSizes {
  return {
    count,
    observation: spec.observationSize,
    action: spec.actionLow.length,
    terms: spec.termNames.length,
  }
}
