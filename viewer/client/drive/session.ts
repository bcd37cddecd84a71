// One attempt after another at a task: the world that is driven, and everything written down since its last reset. The
// owner disposes of it.

import type { Env, Step } from '../../../envs/contract.ts'
import { EpisodeRecorder } from '../../../envs/episode-recorder.ts'
import { CONTROL_STEP } from '../../../sim/control-step.ts'
import { type Poke, pokeSnapshot } from '../../../sim/poke.ts'
import type { Recording } from '../../../sim/recording.ts'

/** How an attempt stands. */
export interface Attempt {
  readonly task: string
  readonly seed: number
  readonly steps: number
  /** Seconds of the attempt. */
  readonly seconds: number
  readonly success: boolean
  /** When the task was first solved, in seconds. */
  readonly solvedAt: number | undefined
  /** The horizon is reached. */
  readonly over: boolean
  readonly pokes: number
  /** Who acted, in the order of their first action. */
  readonly actors: readonly string[]
}

export class NotADemonstrationError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'NotADemonstrationError'
  }
}

export class Session {
  readonly env: Env
  #recorder: EpisodeRecorder
  #last: Step
  #attempt: Attempt

  constructor(env: Env, seed: number) {
    this.env = env
    const begun = this.#begin(seed)
    this.#last = begun.last
    this.#recorder = begun.recorder
    this.#attempt = begun.attempt
  }

  get attempt(): Attempt {
    return this.#attempt
  }

  /** Overwritten by the next step. */
  get observation(): Float32Array {
    return this.#last.observation
  }

  reset(seed: number): void {
    const begun = this.#begin(seed)
    this.#last = begun.last
    this.#recorder = begun.recorder
    this.#attempt = begun.attempt
  }

  /** One control step. @throws ActionError when the action is none; EpisodeError after the horizon */
  step(action: Float32Array, actor: string): void {
    this.#last = this.env.step(action)
    this.#recorder.add(action, this.#last)
    const before = this.#attempt
    const steps = before.steps + 1
    const { success } = this.#last.info
    const seconds = steps * this.env.options.actionRepeat * CONTROL_STEP
    this.#attempt = {
      ...before,
      steps,
      seconds,
      success,
      solvedAt: before.solvedAt ?? (success ? seconds : undefined),
      over: this.#last.truncated || this.#last.terminated,
      actors: before.actors.includes(actor) ? before.actors : [...before.actors, actor],
    }
  }

  /** From now on the attempt cannot be kept: no action explains what happened. @throws PokeError */
  poke(poke: Poke): void {
    const moment = this.env.snapshot()
    const world = pokeSnapshot(moment.world, { scene: this.env.scene(), physics: this.env.options.physics }, poke)
    this.env.restore({ ...moment, world })
    this.#attempt = { ...this.#attempt, pokes: this.#attempt.pokes + 1 }
  }

  /** The attempt so far. @throws NotADemonstrationError when nothing was done, or when it cannot be simulated again */
  recording(): Recording {
    const { steps, pokes, actors } = this.#attempt
    if (steps === 0) throw new NotADemonstrationError('nothing was done yet: move the hand first')
    if (pokes > 0) {
      throw new NotADemonstrationError(
        'something was pushed, which no action explains: it cannot be simulated again and is no demonstration; reset to begin anew',
      )
    }
    return { ...this.#recorder.finish(), policy: actors.join(' + ') }
  }

  dispose(): void {
    this.env.dispose()
  }

  #begin(seed: number) {
    const last = this.env.reset({ seed })
    const recorder = new EpisodeRecorder(this.env, { seed, policy: 'person' })
    const nothing = { steps: 0, seconds: 0, success: false, solvedAt: undefined, over: false, pokes: 0, actors: [] }
    const attempt: Attempt = { task: this.env.id, seed, ...nothing }
    return { last, recorder, attempt }
  }
}
