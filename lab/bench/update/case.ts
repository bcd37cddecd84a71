// What a timed update is.

import type { Executor, ExecutorId } from '../../../agents/tensor/program.ts'

export interface UpdateCase {
  readonly name: string
  /** Timed on these unless told otherwise. `eager` is left out where one update takes it minutes. */
  readonly devices: readonly ExecutorId[]
  prepare(executor: Executor): Promise<Prepared>
}

export interface Prepared {
  /** Once what is timed. */
  once(): Promise<unknown>
  dispose(): Promise<void>
}

/** Of Meta-World. */
export const taskSizes = { observation: 39, action: 4 } as const

/** A number at a time, in [-1, 1). */
export function fillUniform(values: Float32Array, random: { uniform(low: number, high: number): number }): void {
  for (let i = 0; i < values.length; i++) values[i] = random.uniform(-1, 1)
}
