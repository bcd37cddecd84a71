// What a learner sees of an observation: a fixed, memoryless map from the environment's numbers to the learner's.

export interface ObservationView {
  readonly id: string
  /** Numbers in the view of an observation of `observationSize` numbers. @throws ViewError as `recipe` does */
  size(observationSize: number): number
  /** Writes the views of `count` observations, row by row. */
  apply(observations: Float32Array, count: number, observationSize: number, out: Float32Array): void
  /** The same map as data. @throws ViewError where the view does not know such observations */
  recipe(observationSize: number): ViewRecipe
}

/** A view as data, so that a policy can be exported together with what it sees through. */
export interface ViewRecipe {
  readonly observationSize: number
  /** The first numbers of the view. */
  readonly differences: readonly Difference[]
  /** The numbers after them: each the length of some of the differences, by their places. */
  readonly lengths: readonly (readonly number[])[]
}

/** (observation[of] - observation[from] + offset) * scale; without `from`, nothing is taken away. */
export interface Difference {
  readonly of: number
  readonly from?: number
  readonly offset?: number
  readonly scale: number
}

/** A view that was asked for observations of another layout. */
export class ViewError extends Error {
  override readonly name = 'ViewError'
}

const { fround } = Math

/** Numbers in a view. */
export function recipeSize({ differences, lengths }: ViewRecipe): number {
  return differences.length + lengths.length
}

/**
 * Writes the views of `count` observations, row by row, as the recipe says. Each operation is rounded to single precision, as
 * runtimes of exported policies do: a learner that divides by tiny deviations would see any other rounding.
 */
export function applyRecipe(recipe: ViewRecipe, observations: Float32Array, count: number, out: Float32Array): void {
  const { observationSize, differences, lengths } = recipe
  const size = recipeSize(recipe)
  for (let row = 0; row < count; row++) {
    const read = row * observationSize
    const write = row * size
    for (let i = 0; i < differences.length; i++) {
      const { of, from, offset = 0, scale } = differences[i]!
      const less = from === undefined ? 0 : observations[read + from]!
      const taken = fround(fround(observations[read + of]! - less) + fround(offset))
      out[write + i] = taken * fround(scale)
    }
    for (let i = 0; i < lengths.length; i++) {
      let squares = 0
      for (const place of lengths[i]!) squares += out[write + place]! ** 2
      out[write + differences.length + i] = Math.sqrt(squares)
    }
  }
}
