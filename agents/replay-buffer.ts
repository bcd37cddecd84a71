// Transitions of fixed-length episodes for off-policy learning. Rewards are written (and rewritten) from outside:
// the buffer never sees the environment's own.

/** Fixed sizes of a buffer. Every episode has exactly `episodeSteps` decisions. */
export interface ReplayShape {
  readonly observationSize: number
  readonly actionSize: number
  readonly episodeSteps: number
  /** Worlds that run in lockstep; their episodes begin and end together. */
  readonly worlds: number
  /** Episodes kept; a multiple of `worlds`. The oldest round of episodes is overwritten first. */
  readonly capacity: number
}

/** Where sampled transitions are written, row by row. */
export interface TransitionBatch {
  readonly observations: Float32Array
  readonly actions: Float32Array
  readonly rewards: Float32Array
  readonly nextObservations: Float32Array
}

export interface RandomIntegers {
  /** Uniform over 0 ... n - 1. */
  integer(n: number): number
}

/** Thrown when steps arrive that do not fit the lockstep of fixed-length episodes. */
export class ReplayError extends Error {
  override readonly name = 'ReplayError'
}

export class ReplayBuffer {
  readonly shape: ReplayShape
  /** [capacity, episodeSteps + 1, observation] */
  readonly observations: Float32Array
  /** [capacity, episodeSteps, action] */
  readonly actions: Float32Array
  /** [capacity, episodeSteps] */
  readonly rewards: Float32Array
  /** Rounds begun since the start; a round is one episode of every world. */
  rounds = 0
  /** Decisions taken in the round under way. */
  step = 0

  constructor(shape: ReplayShape) {
    if (shape.capacity % shape.worlds !== 0)
      throw new ReplayError(
        `replay capacity is ${shape.capacity} episodes, expected a multiple of the ${shape.worlds} worlds`,
      )
    this.shape = shape
    const { capacity, episodeSteps, observationSize, actionSize } = shape
    this.observations = new Float32Array(capacity * (episodeSteps + 1) * observationSize)
    this.actions = new Float32Array(capacity * episodeSteps * actionSize)
    this.rewards = new Float32Array(capacity * episodeSteps)
  }

  /** Transitions available for sampling. */
  get size(): number {
    const { episodeSteps, worlds } = this.shape
    return this.#completeEpisodes() * episodeSteps + (this.#underWay() ? this.step * worlds : 0)
  }

  /** Episode slot that world `world` writes in the present round. */
  slot(world: number): number {
    return (((this.rounds - 1) * this.shape.worlds) % this.shape.capacity) + world
  }

  /** Begins a round with the worlds' first observations, [worlds, observation]. */
  begin(observations: Float32Array): void {
    if (this.#underWay())
      throw new ReplayError(
        `a round began after ${this.step} of ${this.shape.episodeSteps} steps; expected episodes of equal length`,
      )
    this.rounds++
    this.step = 0
    this.#writeObservations(observations, 0)
  }

  /**
   * Adds one decision of every world.
   * @param actions [worlds, action]
   * @param next observations after the action, [worlds, observation]
   */
  add(actions: Float32Array, next: Float32Array): void {
    const { actionSize, episodeSteps, worlds } = this.shape
    if (!this.#underWay())
      throw new ReplayError(`a step was added outside a round; expected begin() after every ${episodeSteps} steps`)
    for (let world = 0; world < worlds; world++) {
      const at = (this.slot(world) * episodeSteps + this.step) * actionSize
      this.actions.set(actions.subarray(world * actionSize, (world + 1) * actionSize), at)
    }
    this.step++
    this.#writeObservations(next, this.step)
  }

  /** Writes the reward of the decision just added, [worlds]. */
  rewardLast(rewards: Float32Array): void {
    const { episodeSteps, worlds } = this.shape
    for (let world = 0; world < worlds; world++)
      this.rewards[this.slot(world) * episodeSteps + this.step - 1] = rewards[world]!
  }

  /** Fills `batch` with uniformly drawn transitions. */
  sample(batch: TransitionBatch, count: number, random: RandomIntegers): void {
    const size = this.size
    if (size === 0) throw new ReplayError('sampled from an empty replay buffer; expected at least one step')
    for (let row = 0; row < count; row++) this.#copy(random.integer(size), row, batch)
  }

  /** Slots that hold whole episodes, oldest round first. */
  completeSlots(): number[] {
    const { capacity, worlds } = this.shape
    const rounds = this.#completeEpisodes() / worlds
    const first = this.rounds - (this.#underWay() ? 1 : 0) - rounds
    return Array.from({ length: rounds * worlds }, (_, index) => (first * worlds + index) % capacity)
  }

  #underWay(): boolean {
    return this.rounds > 0 && this.step < this.shape.episodeSteps
  }

  #completeEpisodes(): number {
    const { capacity, worlds } = this.shape
    const done = (this.rounds - (this.#underWay() ? 1 : 0)) * worlds
    return Math.min(done, capacity - (this.#underWay() ? worlds : 0))
  }

  /** Transition number `index` counts complete episodes from the slot after the present round, then the round itself. */
  #copy(index: number, row: number, batch: TransitionBatch): void {
    const { observationSize, actionSize, episodeSteps, worlds, capacity } = this.shape
    const complete = this.#completeEpisodes() * episodeSteps
    const running = index - complete
    const oldest = (this.rounds - (this.#underWay() ? 1 : 0)) * worlds - this.#completeEpisodes()
    const slot = running < 0 ? (oldest + Math.floor(index / episodeSteps)) % capacity : this.slot(running % worlds)
    const step = running < 0 ? index % episodeSteps : Math.floor(running / worlds)
    const from = (slot * (episodeSteps + 1) + step) * observationSize
    const decision = slot * episodeSteps + step
    batch.observations.set(this.observations.subarray(from, from + observationSize), row * observationSize)
    batch.nextObservations.set(
      this.observations.subarray(from + observationSize, from + 2 * observationSize),
      row * observationSize,
    )
    batch.actions.set(this.actions.subarray(decision * actionSize, (decision + 1) * actionSize), row * actionSize)
    batch.rewards[row] = this.rewards[decision]!
  }

  #writeObservations(observations: Float32Array, step: number): void {
    const { observationSize, episodeSteps, worlds } = this.shape
    for (let world = 0; world < worlds; world++) {
      const at = (this.slot(world) * (episodeSteps + 1) + step) * observationSize
      this.observations.set(observations.subarray(world * observationSize, (world + 1) * observationSize), at)
    }
  }
}
