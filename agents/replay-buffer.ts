// Transitions of whole episodes of equal length, for off-policy learning. Rewards are written, and rewritten, from
// outside: the buffer never sees the environment's own.

/** Fixed sizes of a buffer. Every episode has exactly `episodeSteps` decisions. */
export interface ReplayShape {
  readonly observationSize: number
  readonly actionSize: number
  readonly episodeSteps: number
  /** Episodes kept; the oldest is overwritten first. */
  readonly capacity: number
}

/** Where sampled transitions are written, row by row. */
export interface TransitionBatch {
  readonly observations: Float32Array
  readonly actions: Float32Array
  readonly rewards: Float32Array
  readonly nextObservations: Float32Array
  /** 1, or 0 where nothing follows the next observation: y = r + gamma * continues * V(s'). */
  readonly continues: Float32Array
}

/** Shapes of a batch of transitions, as the inputs of an update. */
export function transitionShapes(sizes: { readonly observation: number; readonly action: number }, batch: number) {
  return {
    observations: [batch, sizes.observation],
    actions: [batch, sizes.action],
    rewards: [batch, 1],
    continues: [batch, 1],
    nextObservations: [batch, sizes.observation],
  }
}

export interface ReplayEpisode {
  /** One more than decisions: the last is the state that the episode was cut off in, [episodeSteps + 1, observation]. */
  readonly observations: Float32Array
  /** [episodeSteps, action] */
  readonly actions: Float32Array
  /**
   * Why it stops there: by a time limit, behind which more would have followed, or because its last observation is the
   * end of everything. @default 'time-limit'
   */
  readonly ending?: 'time-limit' | 'terminal'
}

/** A part of a batch that is drawn from the newest episodes alone. */
export interface RecentRows {
  /** Rows of the batch, the first ones. */
  readonly rows: number
  /** Newest episodes; all, where fewer are held. */
  readonly episodes: number
}

export interface RandomIntegers {
  /** Uniform over 0 ... count - 1. */
  integer(count: number): number
}

/** Thrown when an episode does not have the buffer's length, or nothing is there to sample. */
export class ReplayError extends Error {
  override readonly name = 'ReplayError'
}

export class ReplayBuffer {
  readonly shape: ReplayShape
  /** [capacity, episodeSteps + 1, observation] */
  readonly observations: Float32Array
  /** [capacity, episodeSteps, action] */
  readonly actions: Float32Array
  /** [capacity, episodeSteps]; row order is that of the slots. */
  readonly rewards: Float32Array
  /** Episodes ever added. */
  added = 0
  /** 1 where an episode's last observation is terminal, [capacity]. */
  readonly #terminal: Uint8Array

  constructor(shape: ReplayShape) {
    const { capacity, episodeSteps, observationSize, actionSize } = shape
    this.shape = shape
    this.observations = new Float32Array(capacity * (episodeSteps + 1) * observationSize)
    this.actions = new Float32Array(capacity * episodeSteps * actionSize)
    this.rewards = new Float32Array(capacity * episodeSteps)
    this.#terminal = new Uint8Array(capacity)
  }

  /** Episodes held; they fill slots 0 ... episodes - 1. */
  get episodes(): number {
    return Math.min(this.added, this.shape.capacity)
  }

  /** Transitions held. */
  get size(): number {
    return this.episodes * this.shape.episodeSteps
  }

  /** @returns the slot that the episode was put in; its rewards are for the caller to write */
  add({ observations, actions, ending = 'time-limit' }: ReplayEpisode): number {
    const { capacity, episodeSteps, observationSize, actionSize } = this.shape
    if (observations.length !== (episodeSteps + 1) * observationSize || actions.length !== episodeSteps * actionSize)
      throw new ReplayError(
        `an episode of ${actions.length / actionSize} decisions came to a replay buffer of ${episodeSteps}; ` +
          'episodes must have equal lengths, or their length tells what the reward should',
      )
    const slot = this.added % capacity
    this.observations.set(observations, slot * observations.length)
    this.actions.set(actions, slot * actions.length)
    this.#terminal[slot] = ending === 'terminal' ? 1 : 0
    this.added++
    return slot
  }

  /** Fills the first `count` rows of `batch` with uniformly drawn transitions, some of them from the newest episodes. */
  sample(batch: TransitionBatch, count: number, random: RandomIntegers, recent?: RecentRows): void {
    const size = this.size
    if (size === 0) throw new ReplayError('sampled from an empty replay buffer; add an episode first')
    const recentRows = recent?.rows ?? 0
    for (let row = 0; row < count; row++) {
      const decision = row < recentRows ? this.#newestDecision(recent!.episodes, random) : random.integer(size)
      this.#copy(decision, row, batch)
    }
  }

  #newestDecision(episodes: number, random: RandomIntegers): number {
    const { capacity, episodeSteps } = this.shape
    const drawn = random.integer(Math.min(episodes, this.episodes) * episodeSteps)
    const slot = (this.added - 1 - Math.floor(drawn / episodeSteps)) % capacity
    return slot * episodeSteps + (drawn % episodeSteps)
  }

  #copy(decision: number, row: number, batch: TransitionBatch): void {
    const { observationSize, actionSize, episodeSteps } = this.shape
    // One more observation than decisions an episode.
    const slot = Math.floor(decision / episodeSteps)
    const at = (decision + slot) * observationSize
    const now = this.observations.subarray(at, at + observationSize)
    const next = this.observations.subarray(at + observationSize, at + 2 * observationSize)
    batch.observations.set(now, row * observationSize)
    batch.nextObservations.set(next, row * observationSize)
    batch.actions.set(this.actions.subarray(decision * actionSize, (decision + 1) * actionSize), row * actionSize)
    batch.rewards[row] = this.rewards[decision]!
    const isLast = decision % episodeSteps === episodeSteps - 1
    batch.continues[row] = isLast && this.#terminal[slot] === 1 ? 0 : 1
  }
}
