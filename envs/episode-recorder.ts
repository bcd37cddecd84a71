// Writes down an episode while somebody else plays it.

import { CONTROL_STEP } from '../sim/control-step.ts'
import type { Recording } from '../sim/recording.ts'
import type { Env, Step } from './contract.ts'

export interface RecorderOptions {
  readonly seed: number
  /** Who acts, as written in the recording: `expert`, `random`, or a run and its checkpoint. */
  readonly policy: string
  /** Actions from one state hash to the next; the last state is always hashed. Default 10. */
  readonly hashEvery?: number
  /** Seconds from one drawn frame to the next, rounded to whole actions. Default 1/40. */
  readonly poseInterval?: number
}

export class EpisodeRecorder {
  readonly #env: Env
  readonly #options: Required<RecorderOptions>
  readonly #actions: number[] = []
  readonly #rewards: number[] = []
  readonly #terms: number[] = []
  readonly #success: number[] = []
  readonly #hashes: string[] = []
  readonly #poses: Float32Array[]
  readonly #poseEvery: number

  /** @param env just reset with `options.seed` */
  constructor(env: Env, options: RecorderOptions) {
    this.#env = env
    this.#options = { hashEvery: 10, poseInterval: 2 * CONTROL_STEP, ...options }
    this.#poseEvery = Math.max(1, Math.round(this.#options.poseInterval / this.#actionSeconds))
    this.#poses = [env.poses()]
  }

  /** Takes down what `action` has just led to. */
  add(action: Float32Array, { reward, info }: Step): void {
    this.#actions.push(...action)
    this.#rewards.push(reward)
    this.#terms.push(...this.#env.termNames.map((name) => info.terms[name]!))
    this.#success.push(Number(info.success))
    if (this.#rewards.length % this.#options.hashEvery === 0) this.#hashes.push(this.#env.hash())
    if (this.#rewards.length % this.#poseEvery === 0) this.#poses.push(this.#env.poses())
  }

  /** The recording up to the present state. */
  finish(): Recording {
    const env = this.#env
    const { seed, policy, hashEvery } = this.#options
    const pending = this.#rewards.length % hashEvery !== 0
    return {
      task: env.id,
      engine: env.snapshot().engine,
      seed,
      options: env.options,
      policy,
      actionSize: env.actionSpace.low.length,
      actions: Float32Array.from(this.#actions),
      hashes: { every: hashEvery, values: pending ? [...this.#hashes, env.hash()] : [...this.#hashes] },
      terms: { names: env.termNames, values: Float32Array.from(this.#terms) },
      rewards: Float32Array.from(this.#rewards),
      success: Uint8Array.from(this.#success),
      scene: env.scene(),
      poses: { interval: this.#poseEvery * this.#actionSeconds, values: joined(this.#poses) },
    }
  }

  get #actionSeconds(): number {
    return CONTROL_STEP * this.#env.options.actionRepeat
  }
}

function joined(frames: readonly Float32Array[]): Float32Array {
  const width = frames[0]!.length
  const values = new Float32Array(frames.length * width)
  for (const [index, frame] of frames.entries()) values.set(frame, index * width)
  return values
}
