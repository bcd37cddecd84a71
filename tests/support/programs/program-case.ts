// A program with everything needed to run it several times on any executor with the same numbers.

import type { Program, Shapes } from '../../../agents/tensor/program.ts'
import type { InitialState } from '../../../agents/tensor/store.ts'

export interface ProgramCase {
  readonly program: Program<Shapes, Shapes>
  readonly state: Readonly<Record<string, InitialState>>
  /** Numbers for the inputs of one run. */
  fill(inputs: Readonly<Record<string, Float32Array>>, random: Random): void
}

export interface Random {
  /** Uniform in [0, 1). */
  uniform(): number
  /** Mean 0, deviation 1. */
  normal(): number
}

/** Small and repeatable: the same seed gives the same numbers on every machine. */
export function seededRandom(seed: number): Random {
  let state = seed * 2 + 1
  const uniform = () => {
    state = (state * 16807) % 2147483647
    return state / 2147483647
  }
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  return { uniform, normal }
}

export function fillNormal(values: Float32Array, random: Random, deviation = 1): void {
  for (let i = 0; i < values.length; i++) values[i] = deviation * random.normal()
}
