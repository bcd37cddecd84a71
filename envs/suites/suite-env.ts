// An environment as a suite shows it: the goal hidden, or the task told by a one-hot code behind the observation.

import type { Scene } from '../../sim/scene.ts'
import type { BoxSpace, Env, EnvOptions, EnvSnapshot, Step } from '../contract.ts'
import { boxSpace } from '../spaces.ts'

/** Where the goal lies in Meta-World's observation. */
const GOAL = { from: 36, to: 39 }

export interface SuiteObservation {
  /** Hidden goals are zeros. */
  readonly goal: 'visible' | 'hidden'
  /** Appends as many numbers as there are tasks: 1 at the place of this one, else 0. */
  readonly oneHot?: { readonly index: number; readonly count: number }
}

/** Owns `env`: disposing of the one disposes of the other. */
export function suiteEnv(env: Env, observation: SuiteObservation): Env {
  return new SuiteEnvironment(env, observation)
}

class SuiteEnvironment implements Env {
  readonly observationSpace: BoxSpace
  readonly #env: Env
  readonly #shown: SuiteObservation
  readonly #observation: Float32Array

  constructor(env: Env, shown: SuiteObservation) {
    const { index, count } = shown.oneHot ?? { index: 0, count: 0 }
    if (shown.oneHot && !(Number.isInteger(index) && index >= 0 && index < count)) {
      throw new RangeError(`the place of a task is a whole number from 0 to ${count - 1}, found ${index}`)
    }
    this.#env = env
    this.#shown = shown
    this.observationSpace = shownSpace(env.observationSpace, shown)
    this.#observation = new Float32Array(this.observationSpace.low.length)
  }

  get id(): string {
    return this.#env.id
  }
  get options(): EnvOptions {
    return this.#env.options
  }
  get actionSpace(): BoxSpace {
    return this.#env.actionSpace
  }
  get termNames(): readonly string[] {
    return this.#env.termNames
  }
  get scales(): Readonly<Record<string, number>> {
    return this.#env.scales
  }

  reset(request: { readonly seed: number }): Step {
    return this.#show(this.#env.reset(request))
  }

  step(action: Float32Array): Step {
    return this.#show(this.#env.step(action))
  }

  expert(): Float32Array {
    return this.#env.expert()
  }

  scene(): Scene {
    return this.#env.scene()
  }

  poses(out?: Float32Array): Float32Array {
    return this.#env.poses(out)
  }

  hash(): string {
    return this.#env.hash()
  }

  snapshot(): EnvSnapshot {
    return this.#env.snapshot()
  }

  restore(snapshot: EnvSnapshot): void {
    this.#env.restore(snapshot)
  }

  dispose(): void {
    this.#env.dispose()
  }

  #show(step: Step): Step {
    const observation = this.#observation
    observation.set(step.observation)
    if (this.#shown.goal === 'hidden') observation.fill(0, GOAL.from, GOAL.to)
    if (this.#shown.oneHot) observation[step.observation.length + this.#shown.oneHot.index] = 1
    return { ...step, observation }
  }
}

function shownSpace({ low, high }: BoxSpace, { goal, oneHot }: SuiteObservation): BoxSpace {
  const show = (bounds: Float32Array, code: number) => {
    const shown = [...bounds, ...Array<number>(oneHot?.count ?? 0).fill(code)]
    return goal === 'hidden' ? shown.fill(0, GOAL.from, GOAL.to) : shown
  }
  return boxSpace(show(low, 0), show(high, 1))
}
