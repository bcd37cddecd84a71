// What every learner does alike: act by programs that are compiled for each count, save, load, export, dispose, and
// stop at a loss that is no number.

import type {
  ActMode,
  ExportOptions,
  Learner,
  LearnerOptions,
  RandomStream,
  SavedTensors,
  UpdateReport,
} from './contract.ts'
import { LossError } from './errors.ts'
import { Compilations } from './tensor/compilations.ts'
import { fillInput } from './tensor/fill-input.ts'
import { exportPolicy } from './tensor/policy-onnx.ts'
import type { Compiled, Program, Shape, Shapes, Store } from './tensor/program.ts'
import { loadStore, saveStore } from './tensor/store.ts'
import { viewingPolicy } from './viewing-policy.ts'

type ExploitInputs = { readonly observation: Shape }
type ExploreInputs = { readonly observation: Shape; readonly noise: Shape }

/** Acts for a fixed number of observations without noise: `observation` in, `action` out. It is what is exported. */
export type ExploitProgram = Program<ExploitInputs, Shapes>
/** The same with standard normal `noise`, which the shell draws. */
export type ExploreProgram = Program<ExploreInputs, Shapes>

export interface ShellParts {
  readonly id: string
  readonly options: LearnerOptions<unknown>
  /** Has a scalar `step`: the updates made. */
  readonly store: Store
  /** Compiled against the store; disposed of with the learner. */
  readonly updates: readonly Pick<Compiled<Shapes>, 'dispose'>[]
  explore(count: number): ExploreProgram
  exploit(count: number): ExploitProgram
}

export class LearnerShell implements Learner {
  readonly id: string
  readonly observationSize: number
  readonly actionSize: number
  readonly #parts: ShellParts
  readonly #explorers = new Compilations<number, Compiled<ExploreInputs>>()
  readonly #exploiters = new Compilations<number, Compiled<ExploitInputs>>()

  constructor(parts: ShellParts) {
    this.#parts = parts
    this.id = parts.id
    this.observationSize = parts.options.sizes.observation
    this.actionSize = parts.options.sizes.action
  }

  /** Updates made, those before a resume included. */
  get updates(): number {
    return this.#parts.store.read('step')[0]!
  }

  async act(observations: Float32Array, count: number, mode: ActMode): Promise<Float32Array> {
    const rows = observations.subarray(0, count * this.observationSize)
    if (mode === 'exploit') {
      const program = await this.#exploiter(count)
      fillInput(program, 'observation', rows)
      return (await program.run()).action!
    }
    const program = await this.#explorer(count)
    fillInput(program, 'observation', rows)
    drawNormal(program.inputs.noise, this.#parts.options.random)
    return (await program.run()).action!
  }

  save(): SavedTensors {
    return saveStore(this.#parts.store)
  }

  load(saved: SavedTensors): void {
    loadStore(this.#parts.store, saved, 'learner')
  }

  exportPolicy({ through, notes }: ExportOptions = {}): Uint8Array {
    const { exploit, store } = this.#parts
    const programFor = (count: number) => (through ? viewingPolicy(exploit(count), through) : exploit(count))
    return exportPolicy(programFor, store, notes)
  }

  async dispose(): Promise<void> {
    await this.#explorers.dispose()
    await this.#exploiters.dispose()
    for (const update of this.#parts.updates) await update.dispose()
  }

  /** What an update's program told, as numbers. @throws LossError at the first that is not finite */
  protected report(outputs: Readonly<Record<string, Float32Array>>): UpdateReport {
    return Object.fromEntries(
      Object.entries(outputs).map(([loss, values]) => {
        const value = values[0]!
        if (!Number.isFinite(value)) throw new LossError({ learner: this.id, loss, value, update: this.updates })
        return [loss, value]
      }),
    )
  }

  #explorer(count: number): Promise<Compiled<ExploreInputs>> {
    const { options, explore, store } = this.#parts
    return this.#explorers.get(count, () => options.executor.compile(explore(count), store))
  }

  #exploiter(count: number): Promise<Compiled<ExploitInputs>> {
    const { options, exploit, store } = this.#parts
    return this.#exploiters.get(count, () => options.executor.compile(exploit(count), store))
  }
}

export function drawNormal(into: Float32Array, random: RandomStream): void {
  for (let index = 0; index < into.length; index++) into[index] = random.normal()
}

/** In [0, 1). */
export function drawUniform(into: Float32Array, random: RandomStream): void {
  for (let index = 0; index < into.length; index++) into[index] = random.uniform(0, 1)
}
