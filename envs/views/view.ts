// What a learner sees of an observation: a fixed, memoryless map from the environment's numbers to the learner's.

export interface ObservationView {
  readonly id: string
  /** Numbers in the view of an observation of `observationSize` numbers. */
  size(observationSize: number): number
  /** Writes the views of `count` observations, row by row. */
  apply(observations: Float32Array, count: number, observationSize: number, out: Float32Array): void
}
