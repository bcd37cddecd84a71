// What soft actor-critic can be told.

export interface SacSettings {
  /** Hidden layers and their width, of actor and critics alike. */
  readonly depth: number
  readonly width: number
  readonly batch: number
  readonly learningRate: number
  /** Per decision. */
  readonly discount: number
  /** Share of the new critics in the target at each update. */
  readonly tau: number
  /** Entropy that the temperature steers to, in nats over all action dimensions. */
  readonly targetEntropy: number
  readonly initialTemperature: number
  /** Layer normalisation in the critics: halved the time to success on drawer-open. */
  readonly criticLayerNorm: boolean
}
