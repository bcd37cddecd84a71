// The public face of every vector environment: checks each call, then lets a driver carry it out. Where the worlds live
// (this thread or workers) is the driver's business.

import type { Autoreset, EnvOptions, VectorEnv, VectorStep } from '../contract.ts'
import type { VectorArrays } from './arrays.ts'
import { checkActions, checkRunning, checkSeeds, checkStarted, VectorEnvError } from './checks.ts'
import type { VectorSpec } from './spec.ts'

export type VectorCommand = 'reset' | 'step' | 'expert'

export interface VectorDriver {
  /** Seeds and actions are read from here, results are written here. */
  readonly arrays: VectorArrays
  run(command: VectorCommand): Promise<void>
  dispose(): Promise<void>
}

export class DrivenVectorEnv implements VectorEnv {
  readonly id: string
  readonly count: number
  readonly options: EnvOptions
  readonly observationSize: number
  readonly actionSize: number
  readonly termNames: readonly string[]
  readonly autoreset: Autoreset
  readonly #spec: VectorSpec
  readonly #driver: VectorDriver
  readonly #step: VectorStep
  #started = false
  #state: 'idle' | 'busy' | 'disposed' = 'idle'

  constructor(request: {
    readonly spec: VectorSpec
    readonly count: number
    readonly autoreset: Autoreset
    readonly driver: VectorDriver
  }) {
    const { spec, driver } = request
    this.id = spec.id
    this.count = request.count
    this.options = spec.options
    this.observationSize = spec.observationSize
    this.actionSize = spec.actionLow.length
    this.termNames = spec.termNames
    this.autoreset = request.autoreset
    this.#spec = spec
    this.#driver = driver
    const { seeds: _seeds, actions: _actions, experts: _experts, ...step } = driver.arrays
    this.#step = step
  }

  async reset(seeds: readonly (number | null)[]): Promise<VectorStep> {
    await this.#carryOut('reset', () => {
      checkSeeds(seeds, { count: this.count, started: this.#started })
      this.#driver.arrays.seeds.set(seeds.map((seed) => seed ?? Number.NaN))
    })
    this.#started = true
    return this.#step
  }

  async step(actions: Float32Array): Promise<VectorStep> {
    await this.#carryOut('step', () => {
      checkStarted('step', this.#started)
      checkActions(actions, this.count, this.#spec)
      if (this.autoreset === 'disabled') checkRunning(this.#step)
      this.#driver.arrays.actions.set(actions)
    })
    return this.#step
  }

  async expert(): Promise<Float32Array> {
    await this.#carryOut('expert', () => checkStarted('expert', this.#started))
    return this.#driver.arrays.experts
  }

  async dispose(): Promise<void> {
    if (this.#state === 'disposed') return
    this.#state = 'disposed'
    await this.#driver.dispose()
  }

  /** @param prepare checks the call and writes its input; throws when the call is refused */
  async #carryOut(command: VectorCommand, prepare: () => void): Promise<void> {
    if (this.#state === 'disposed') throw new VectorEnvError(`${this.id}: ${command} was called after dispose`)
    if (this.#state === 'busy') throw new VectorEnvError(`${this.id}: ${command} was called before the last call ended`)
    prepare()
    this.#state = 'busy'
    try {
      await this.#driver.run(command)
    } finally {
      if (this.#state === 'busy') this.#state = 'idle'
    }
  }
}
