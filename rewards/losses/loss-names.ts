// Names of the losses that answers can be learned by. Help and errors read them without loading any tensors.

export const preferenceLosses = ['bradley-terry', 'rdpo', 'lcpo', 'irepo'] as const

export type PreferenceLossName = (typeof preferenceLosses)[number]

export interface PreferenceLoss {
  readonly name: PreferenceLossName
  /** Share of answers that are wrong: known to `rdpo`, the first guess of `lcpo`, what keeps targets of `irepo` finite. */
  readonly flipRate: number
}
