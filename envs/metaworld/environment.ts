// A task as an environment: episodes, action checks, means over repeated control steps, snapshots.

import { engineBuild } from '../../sim/engine.ts'
import type { Scene } from '../../sim/scene.ts'
import type { BoxSpace, Env, EnvOptions, EnvSnapshot, Step } from '../contract.ts'
import { ActionError, EnvSnapshotError, EpisodeError } from '../errors.ts'
import { boxSpace, outsideBox } from '../spaces.ts'
import { moveAction } from './expert.ts'
import { OBSERVATION_SIZE, observationSpace, observeNext, observeStart } from './observation.ts'
import type { Task } from './task.ts'
import { type Moment, TaskWorld } from './task-world.ts'

const ACTION_SIZE = 4

/** What a snapshot keeps beside the engine's bytes; plain numbers, fit for JSON. */
interface SavedState extends Omit<Moment, 'world'> {
  readonly physics: EnvOptions['physics']
  readonly steps: number
  readonly observation: readonly number[]
}

export class TaskEnvironment implements Env {
  readonly id: string
  readonly options: EnvOptions
  readonly observationSpace: BoxSpace
  readonly actionSpace = boxSpace(Array(ACTION_SIZE).fill(-1), Array(ACTION_SIZE).fill(1))
  readonly termNames: readonly string[]
  readonly scales: Readonly<Record<string, number>>
  readonly #task: Task
  readonly #observation = new Float32Array(OBSERVATION_SIZE)
  readonly #expert = new Float32Array(ACTION_SIZE)
  readonly #world: TaskWorld
  /** Control steps since the reset. */
  #steps = 0
  #state: 'new' | 'running' | 'disposed' = 'new'

  constructor(task: Task, options: EnvOptions) {
    this.id = task.id
    this.options = options
    this.observationSpace = observationSpace(task.goals)
    this.termNames = Object.keys(task.scales)
    this.scales = task.scales
    this.#task = task
    this.#world = new TaskWorld(task, options.physics)
  }

  reset({ seed }: { readonly seed: number }): Step {
    this.#requireUndisposed()
    this.#world.start(seed)
    this.#state = 'running'
    this.#steps = 0
    observeStart(this.#world.situation, this.#observation)
    const terms = Object.fromEntries(this.termNames.map((name) => [name, 0]))
    return {
      observation: this.#observation,
      reward: 0,
      terminated: false,
      truncated: false,
      info: { terms, success: false },
    }
  }

  step(action: Float32Array): Step {
    const world = this.#running
    const fault = outsideBox(this.actionSpace, action)
    if (fault !== undefined) throw new ActionError(this.id, fault)
    const { horizon, actionRepeat } = this.options
    if (this.#steps >= horizon) throw new EpisodeError(this.id, `the episode ended at step ${horizon}: call reset`)
    const count = Math.min(actionRepeat, horizon - this.#steps)
    let terms: Record<string, number> | undefined
    let success = false
    for (let i = 0; i < count; i++) {
      world.move(action)
      const now = this.#task.terms(world.situation)
      terms = terms ? addTerms(terms, now) : now
      success ||= this.#task.success(world.situation)
    }
    this.#steps += count
    observeNext(world.situation, this.#observation)
    return this.#report(scaleTerms(terms!, 1 / count), success)
  }

  expert(): Float32Array {
    const { situation } = this.#running
    return moveAction(this.#task.expert(situation), situation.tcp, this.#expert)
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
    const { world, ...moment } = this.#running.moment()
    const { physics } = this.options
    const state: SavedState = { ...moment, physics, steps: this.#steps, observation: Array.from(this.#observation) }
    return { task: this.id, engine: engineBuild(), world, state: { ...state } }
  }

  restore(snapshot: EnvSnapshot): void {
    this.#requireUndisposed()
    const { steps, observation, ...moment } = this.#checkSnapshot(snapshot)
    this.#world.restore({ ...moment, world: snapshot.world })
    this.#state = 'running'
    this.#steps = steps
    this.#observation.set(observation)
  }

  dispose(): void {
    this.#state = 'disposed'
    this.#world.dispose()
  }

  get #running(): TaskWorld {
    this.#requireUndisposed()
    if (this.#state === 'new') throw new EpisodeError(this.id, 'call reset first')
    return this.#world
  }

  #requireUndisposed(): void {
    if (this.#state === 'disposed') throw new EpisodeError(this.id, 'the environment was disposed of')
  }

  #report(terms: Record<string, number>, success: boolean): Step {
    let reward = 0
    for (const name of this.termNames) reward += terms[name]! * this.scales[name]!
    return {
      observation: this.#observation,
      reward,
      terminated: false,
      truncated: this.#steps >= this.options.horizon,
      info: { terms, success },
    }
  }

  #checkSnapshot(snapshot: EnvSnapshot): SavedState {
    const saved = snapshot.state as unknown as SavedState
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
