// A policy that reads the environment's own observation: the view that it learned through is made part of it.

import * as tf from '@tensorflow/tfjs'
import type { ViewRecipe } from '../envs/views/view.ts'
import type { Program, Shape, Shapes } from './tensor/program.ts'

/** Acts for a fixed number of observations: `observation` in, `action` out. */
type Policy = Program<{ readonly observation: Shape }, Shapes>

/** Acts on observations of the environment, inside the action space. @param program acts on views of them */
export function viewingPolicy(program: Policy, recipe: ViewRecipe): Policy {
  const [count] = program.inputs.observation as readonly [number]
  return {
    ...program,
    inputs: { observation: [count, recipe.observationSize] },
    define({ observation }, state) {
      const { action } = program.define({ observation: viewOf(recipe, observation) }, state).outputs
      return { outputs: { action: tf.clipByValue(action!, -1, 1) } }
    },
  }
}

/**
 * The view as products: differences first, so that they are taken before anything is scaled and keep their digits.
 *
 * @param observations [count, observation]
 * @returns [count, view]
 */
export function viewOf(recipe: ViewRecipe, observations: tf.Tensor): tf.Tensor {
  const { observationSize, differences, lengths } = recipe
  const signs = Array.from({ length: observationSize }, (_, index) =>
    differences.map(({ of, from }) => Number(of === index) - Number(from === index)),
  )
  const taken = tf.matMul(observations as tf.Tensor2D, tf.tensor2d(signs))
  const moved = tf.add(taken, tf.tensor1d(differences.map(({ offset = 0 }) => offset)))
  const scaled = tf.mul(moved, tf.tensor1d(differences.map(({ scale }) => scale)))
  if (lengths.length === 0) return scaled
  const parts = differences.map((_, place) => lengths.map((places) => Number(places.includes(place))))
  const measured = tf.sqrt(tf.matMul(tf.square(scaled) as tf.Tensor2D, tf.tensor2d(parts)))
  return tf.concat([scaled, measured], 1)
}
