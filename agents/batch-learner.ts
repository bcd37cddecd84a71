// A learner that is told by its programs alone: an update over a batch and noise, and how to act.

import type { BatchLearner, LearnerOptions, UpdateReport } from './contract.ts'
import { drawNormal, drawUniform, type ExploitProgram, type ExploreProgram, LearnerShell } from './learner-shell.ts'
import type { ArraysOf, Compiled, Program, Shapes, Store } from './tensor/program.ts'
import { createStore, type InitialState } from './tensor/store.ts'

export interface BatchLearnerParts<Inputs extends Shapes> {
  readonly id: string
  readonly options: LearnerOptions<{ readonly batch: number }>
  /** State vectors at the start; a scalar `step` among them counts the updates. */
  readonly state: Readonly<Record<string, InitialState>>
  readonly update: Program<Inputs, Shapes>
  /** Inputs of the update that the learner draws itself; the others are the batch. */
  readonly noise: { readonly [Name in keyof Inputs]?: 'normal' | 'uniform' }
  /** What follows the update each `every` of them: its inputs are some of the update's. */
  readonly delayed?: { readonly every: number; readonly program: Program<Shapes, Shapes> }
  /** Draws new critics and puts them where the present ones are. */
  readonly forgetValues?: (store: Store) => void
  explore(count: number): ExploreProgram
  exploit(count: number): ExploitProgram
}

export async function createBatchLearner<Inputs extends Shapes>(
  parts: BatchLearnerParts<Inputs>,
): Promise<BatchLearner<ArraysOf<Inputs>>> {
  const { id, options, delayed, explore, exploit } = parts
  const store = createStore(parts.state)
  const update = await options.executor.compile(parts.update, store)
  const then = delayed && { ...delayed, program: await options.executor.compile(delayed.program, store) }
  const updates = then ? [update, then.program] : [update]
  return new ProgrammedLearner({ shell: { id, options, store, updates, explore, exploit }, parts, update, then })
}

interface Programmed<Inputs extends Shapes> {
  readonly shell: ConstructorParameters<typeof LearnerShell>[0]
  readonly parts: BatchLearnerParts<Inputs>
  readonly update: Compiled<Inputs>
  readonly then: { readonly every: number; readonly program: Compiled<Shapes> } | undefined
}

class ProgrammedLearner<Inputs extends Shapes> extends LearnerShell implements BatchLearner<ArraysOf<Inputs>> {
  readonly batch: ArraysOf<Inputs>
  readonly batchSize: number
  readonly #programmed: Programmed<Inputs>

  constructor(programmed: Programmed<Inputs>) {
    super(programmed.shell)
    this.batch = programmed.update.inputs
    this.batchSize = programmed.parts.options.settings.batch
    this.#programmed = programmed
  }

  forgetValues(): void {
    const { parts, shell } = this.#programmed
    parts.forgetValues?.(shell.store)
  }

  async update(): Promise<UpdateReport> {
    const { parts, update, then } = this.#programmed
    for (const [name, kind] of Object.entries(parts.noise)) {
      const draw = kind === 'normal' ? drawNormal : drawUniform
      draw(update.inputs[name]!, parts.options.random)
    }
    const report = this.report(await update.run())
    if (!then || this.updates % then.every !== 0) return report
    for (const [name, values] of Object.entries(then.program.inputs)) values.set(update.inputs[name]!)
    return { ...report, ...this.report(await then.program.run()) }
  }
}
