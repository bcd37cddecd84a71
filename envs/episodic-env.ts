// A simulation as an environment: episodes, action checks, means over repeated control steps, snapshots.

import { engineBuild } from '../sim/engine.ts'
import type { Scene } from '../sim/scene.ts'
import type { BoxSpace, Env, EnvOptions, EnvSnapshot, Step } from './contract.ts'
import { ActionError, EnvSnapshotError, EpisodeError } from './errors.ts'
import type { Simulation } from './simulation.ts'
import { outsideBox } from './spaces.ts'

/** What a snapshot keeps beside the engine's bytes; plain data, fit for JSON. */
interface SavedState<State> {
  readonly physics: EnvOptions['physics']
  readonly steps: number
  readonly terminated: boolean
  readonly observation: readonly number[]
  readonly simulation: State
}

export class EpisodicEnv<State = unknown> implements Env {
  readonly id: string
  readonly options: EnvOptions
  readonly observationSpace: BoxSpace
  readonly actionSpace: BoxSpace
  readonly termNames: readonly string[]
  readonly scales: Readonly<Record<string, number>>
  readonly #simulation: Simulation<State>
  readonly #observation: Float32Array
  readonly #expert: Float32Array
  /** Control steps since the reset. */
  #steps = 0
  #terminated = false
  #state: 'new' | 'running' | 'disposed' = 'new'

  /** @param simulation from now on owned by the environment */
  constructor(id: string, options: EnvOptions, simulation: Simulation<State>) {
    this.id = id
    this.options = options
    this.observationSpace = simulation.observationSpace
    this.actionSpace = simulation.actionSpace
    this.termNames = Object.keys(simulation.scales)
    this.scales = simulation.scales
    this.#simulation = simulation
    this.#observation = new Float32Array(simulation.observationSpace.low.length)
    this.#expert = new Float32Array(simulation.actionSpace.low.length)
  }

  reset({ seed }: { readonly seed: number }): Step {
    this.#requireUndisposed()
    this.#simulation.start(seed)
    this.#state = 'running'
    this.#steps = 0
    this.#terminated = false
    this.#simulation.observeStart(this.#observation)
    return {
      observation: this.#observation,
      reward: 0,
      terminated: false,
      truncated: false,
      info: { terms: this.#nothing(), success: false },
    }
  }

  step(action: Float32Array): Step {
    const simulation = this.#running
    const fault = outsideBox(this.actionSpace, action)
    if (fault !== undefined) throw new ActionError(this.id, fault)
    const { horizon, actionRepeat, ending } = this.options
    if (this.#terminated && ending === 'stay' && this.#steps < horizon) return this.#stay(simulation)
    if (this.#terminated || this.#steps >= horizon) {
      throw new EpisodeError(this.id, `the episode ended at step ${this.#steps}: call reset`)
    }
    const most = Math.min(actionRepeat, horizon - this.#steps)
    let count = 0
    let terms: Record<string, number> | undefined
    let success = false
    while (count < most && !this.#terminated) {
      simulation.move(action)
      const now = simulation.terms()
      terms = terms ? addTerms(terms, now) : now
      success ||= simulation.success()
      this.#terminated = simulation.terminated()
      count++
    }
    this.#steps += ending === 'stay' ? most : count
    simulation.observeNext(this.#observation)
    // Control steps that the episode did not live to see are worth nothing.
    return this.#report(scaleTerms(terms!, 1 / most), success)
  }

  expert(): Float32Array {
    this.#running.expert(this.#expert)
    return this.#expert
  }

  scene(): Scene {
    return this.#running.scene
  }

  poses(out?: Float32Array): Float32Array {
    return this.#running.poses(out)
  }

  hash(): string {
    return this.#running.hash()
  }

  snapshot(): EnvSnapshot {
    const { world, state } = this.#running.moment()
    const saved: SavedState<State> = {
      physics: this.options.physics,
      steps: this.#steps,
      terminated: this.#terminated,
      observation: Array.from(this.#observation),
      simulation: state,
    }
    return { task: this.id, engine: engineBuild(), world, state: { ...saved } }
  }

  restore(snapshot: EnvSnapshot): void {
    this.#requireUndisposed()
    const { steps, terminated, observation, simulation } = this.#checkSnapshot(snapshot)
    this.#simulation.restore({ world: snapshot.world, state: simulation })
    this.#state = 'running'
    this.#steps = steps
    this.#terminated = terminated
    this.#observation.set(observation)
  }

  dispose(): void {
    this.#state = 'disposed'
    this.#simulation.dispose()
  }

  get #running(): Simulation<State> {
    this.#requireUndisposed()
    if (this.#state === 'new') throw new EpisodeError(this.id, 'call reset first')
    return this.#simulation
  }

  #requireUndisposed(): void {
    if (this.#state === 'disposed') throw new EpisodeError(this.id, 'the environment was disposed of')
  }

  /** A step after the end: nothing moves, nothing is worth anything. */
  #stay(simulation: Simulation<State>): Step {
    const { horizon, actionRepeat } = this.options
    this.#steps = Math.min(horizon, this.#steps + actionRepeat)
    simulation.observeNext(this.#observation)
    return this.#report(this.#nothing(), false)
  }

  #nothing(): Record<string, number> {
    return Object.fromEntries(this.termNames.map((name) => [name, 0]))
  }

  #report(terms: Record<string, number>, success: boolean): Step {
    let reward = 0
    for (const name of this.termNames) reward += terms[name]! * this.scales[name]!
    return {
      observation: this.#observation,
      reward,
      terminated: this.#terminated && this.options.ending !== 'stay',
      truncated: this.#steps >= this.options.horizon,
      info: { terms, success },
    }
  }

  #checkSnapshot(snapshot: EnvSnapshot): SavedState<State> {
    const saved = snapshot.state as unknown as SavedState<State>
    const check = (what: string, found: string, expected: string) => {
      if (found !== expected)
        throw new EnvSnapshotError(this.id, `the snapshot's ${what} is ${found}, expected ${expected}`)
    }
    check('task', snapshot.task, this.id)
    check('engine', snapshot.engine, engineBuild())
    check('physics', saved.physics, this.options.physics)
    return saved
  }
}

function addTerms(sum: Record<string, number>, terms: Record<string, number>): Record<string, number> {
  for (const name in terms) sum[name] = sum[name]! + terms[name]!
  return sum
}

function scaleTerms(terms: Record<string, number>, factor: number): Record<string, number> {
  if (factor === 1) return terms
  for (const name in terms) terms[name] = terms[name]! * factor
  return terms
}
