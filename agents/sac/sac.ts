// Soft actor-critic (Haarnoja et al. 2018): off-policy, maximum entropy, twin critics, learned temperature.

import type { ActMode, Learner, NormalStream, SavedTensors, UpdateReport } from '../contract.ts'
import type { TransitionBatch } from '../replay-buffer.ts'
import { exportPolicy } from '../tensor/policy-onnx.ts'
import type { Compiled, Executor, Store } from '../tensor/program.ts'
import { createStore } from '../tensor/store.ts'
import { type SacNetworks, sacNetworks } from './networks.ts'
import {
  exploitProgram,
  exploreProgram,
  type SacSizes,
  sacState,
  type UpdateInputs,
  updateProgram,
} from './programs.ts'
import type { SacSettings } from './settings.ts'

export interface SacOptions {
  readonly sizes: SacSizes
  readonly settings: SacSettings
  readonly executor: Executor
  /** Initial parameters and all exploration noise; its state is the caller's to save. */
  readonly random: NormalStream
}

export async function createSac(options: SacOptions): Promise<Sac> {
  const { sizes, settings, executor } = options
  const networks = sacNetworks(sizes, settings)
  const store = createStore(initialState(networks, options))
  const update = await executor.compile(updateProgram(networks, sizes, settings), store)
  return new Sac({ options, networks, store, update })
}

function initialState(networks: SacNetworks, { settings, random }: SacOptions) {
  const actor = networks.actor.initialise(random)
  const critic = networks.critic.initialise(random)
  const shapes = sacState(networks)
  const joined = new Float32Array(actor.length + 1 + critic.length)
  joined.set(actor)
  joined[actor.length] = Math.log(settings.initialTemperature)
  joined.set(critic, actor.length + 1)
  return {
    parameters: { shape: shapes.parameters, values: joined },
    first: { shape: shapes.first },
    second: { shape: shapes.second },
    step: { shape: shapes.step },
    target: { shape: shapes.target, values: critic },
  }
}

interface Parts {
  readonly options: SacOptions
  readonly networks: SacNetworks
  readonly store: Store
  readonly update: Compiled<UpdateInputs>
}

type Explorer = Compiled<{ observations: number[]; noise: number[] }>
type Exploiter = Compiled<{ observation: number[] }>

export class Sac implements Learner<TransitionBatch> {
  readonly id = 'sac'
  readonly observationSize: number
  readonly actionSize: number
  readonly batch: TransitionBatch
  readonly batchSize: number
  readonly #parts: Parts
  readonly #explorers = new Map<number, Promise<Explorer>>()
  readonly #exploiters = new Map<number, Promise<Exploiter>>()

  constructor(parts: Parts) {
    this.#parts = parts
    this.observationSize = parts.options.sizes.observation
    this.actionSize = parts.options.sizes.action
    this.batch = parts.update.inputs
    this.batchSize = parts.options.settings.batch
  }

  async act(observations: Float32Array, count: number, mode: ActMode): Promise<Float32Array> {
    const rows = observations.subarray(0, count * this.observationSize)
    if (mode === 'exploit') {
      const program = await this.#exploiter(count)
      program.inputs.observation.set(rows)
      return (await program.run()).action!
    }
    const program = await this.#explorer(count)
    program.inputs.observations.set(rows)
    fillNormal(program.inputs.noise, this.#parts.options.random)
    return (await program.run()).actions!
  }

  async update(): Promise<UpdateReport> {
    const { update, options } = this.#parts
    fillNormal(update.inputs.noise, options.random)
    fillNormal(update.inputs.nextNoise, options.random)
    const outputs = await update.run()
    return Object.fromEntries(Object.entries(outputs).map(([name, values]) => [name, values[0]!]))
  }

  save(): SavedTensors {
    const { store } = this.#parts
    return Object.fromEntries(Object.keys(store.shapes).map((name) => [name, store.read(name).slice()]))
  }

  load(saved: SavedTensors): void {
    for (const name of Object.keys(this.#parts.store.shapes)) {
      const values = saved[name]
      if (!values) throw new RangeError(`saved learner lacks '${name}'; found ${Object.keys(saved).join(', ')}`)
      this.#parts.store.write(name, values)
    }
  }

  exportPolicy(): Uint8Array {
    const { options, networks, store } = this.#parts
    return exportPolicy(exploitProgram(networks, options.sizes, 1), store)
  }

  async dispose(): Promise<void> {
    const programs = [...this.#explorers.values(), ...this.#exploiters.values()]
    for (const program of programs) await (await program).dispose()
    await this.#parts.update.dispose()
  }

  #explorer(count: number): Promise<Explorer> {
    const { options, networks, store } = this.#parts
    return remember(this.#explorers, count, () =>
      options.executor.compile(exploreProgram(networks, options.sizes, count), store),
    )
  }

  #exploiter(count: number): Promise<Exploiter> {
    const { options, networks, store } = this.#parts
    return remember(this.#exploiters, count, () =>
      options.executor.compile(exploitProgram(networks, options.sizes, count), store),
    )
  }
}

/** Programs have fixed shapes: one is compiled for each count that is asked for. */
function remember<Value>(known: Map<number, Promise<Value>>, count: number, make: () => Promise<Value>) {
  const found = known.get(count) ?? make()
  known.set(count, found)
  return found
}

function fillNormal(into: Float32Array, random: NormalStream): void {
  for (let index = 0; index < into.length; index++) into[index] = random.normal()
}
