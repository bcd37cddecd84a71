// The two programs that every learner acts by: with noise and without, for any number of observations.

import type * as tf from '@tensorflow/tfjs'
import type { ExploitProgram, ExploreProgram } from './learner-shell.ts'
import type { Shapes } from './tensor/program.ts'

type State = Readonly<Record<string, tf.Tensor>>

export interface Acting {
  /** Such as `sac`. */
  readonly id: string
  /** Numbers in an observation, and of standard normal noise for each. */
  readonly observation: number
  readonly noise: number
  /** State vectors that acting reads. */
  readonly state: Shapes
  /** @param observation [count, observation]; @param noise [count, noise]; @returns [count, action] */
  explore(observation: tf.Tensor, noise: tf.Tensor, state: State): tf.Tensor
  /** The best that it knows: without noise. */
  exploit(observation: tf.Tensor, state: State): tf.Tensor
}

export interface ActingPrograms {
  explore(count: number): ExploreProgram
  exploit(count: number): ExploitProgram
}

export function actingPrograms({ id, observation, noise, state, explore, exploit }: Acting): ActingPrograms {
  return {
    explore: (count) => ({
      name: `${id}/explore`,
      inputs: { observation: [count, observation], noise: [count, noise] },
      state,
      define: (inputs, vectors) => ({ outputs: { action: explore(inputs.observation, inputs.noise, vectors) } }),
    }),
    exploit: (count) => ({
      name: `${id}/exploit`,
      inputs: { observation: [count, observation] },
      state,
      define: (inputs, vectors) => ({ outputs: { action: exploit(inputs.observation, vectors) } }),
    }),
  }
}
