// What can go wrong while learning, named for people.

/** A loss that is no finite number: going on would only spoil what was learned. */
export class LossError extends Error {
  override readonly name = 'LossError'
  /** Such as `sac`. */
  readonly learner: string
  /** Such as `critic/loss`. */
  readonly loss: string
  readonly value: number
  /** Which update it was, counted from 1 over all runs of a resumed learner. */
  readonly update: number

  constructor({ learner, loss, value, update }: Pick<LossError, 'learner' | 'loss' | 'value' | 'update'>) {
    super(
      `${learner}: ${loss} is ${value} at update ${update}; expected a finite number. ` +
        'Look for such numbers among observations and rewards, or try a smaller learning rate',
    )
    this.learner = learner
    this.loss = loss
    this.value = value
    this.update = update
  }
}
