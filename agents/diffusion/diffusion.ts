// A diffusion policy (Chi et al. 2023) with a small denoiser: it clones what others did where there are several ways of
// doing it, and makes up candidates to choose from.

import type { BatchLearner, DemonstrationBatch, LearnerEntry, LearnerOptions, UpdateReport } from '../contract.ts'
import { drawNormal, drawUniform, LearnerShell } from '../learner-shell.ts'
import { Compilations } from '../tensor/compilations.ts'
import type { Compiled, Store } from '../tensor/program.ts'
import { createStore } from '../tensor/store.ts'
import { type DiffusionNetworks, diffusionNetworks } from './networks.ts'
import { acting, initialState, sampleProgram, updateProgram } from './programs.ts'
import { type DiffusionSettings, diffusionSettings } from './settings.ts'

export type DiffusionOptions = LearnerOptions<DiffusionSettings>

/** Hand the observations of the data set to `fitInputs` (normaliser.ts) before the first update. */
export async function createDiffusion(options: DiffusionOptions): Promise<Diffusion> {
  const { sizes, settings, executor, random } = options
  const networks = diffusionNetworks(sizes, settings)
  const store = createStore(initialState(networks, random))
  const update = await executor.compile(updateProgram(networks, settings), store)
  return new Diffusion({ options, networks, store, update })
}

interface Parts {
  readonly options: DiffusionOptions
  readonly networks: DiffusionNetworks
  readonly store: Store
  readonly update: Compiled<ReturnType<typeof updateProgram>['inputs']>
}

type Sampler = Compiled<ReturnType<typeof sampleProgram>['inputs']>

export class Diffusion extends LearnerShell implements BatchLearner<DemonstrationBatch> {
  /** `actions` holds the chunk that begins with the decision, [batch, chunk * action]. */
  readonly batch: DemonstrationBatch
  readonly batchSize: number
  readonly #parts: Parts
  readonly #samplers = new Compilations<number, Sampler>()

  constructor(parts: Parts) {
    const { options, networks, store, update } = parts
    super({
      id: 'diffusion',
      options,
      store,
      updates: [update],
      ...acting(networks, options.settings),
    })
    this.#parts = parts
    this.batch = update.inputs
    this.batchSize = options.settings.batch
  }

  async update(): Promise<UpdateReport> {
    const { update, options } = this.#parts
    drawNormal(update.inputs.noise, options.random)
    drawUniform(update.inputs.moments, options.random)
    return this.report(await update.run())
  }

  /**
   * Several chunks for each observation, to choose from.
   * @param observations [count, observation]
   * @returns [count, candidates, chunk, action]; owned by the learner and overwritten by the next call of the same size
   */
  async sample(observations: Float32Array, count: number, candidates: number): Promise<Float32Array> {
    const size = this.observationSize
    const sampler = await this.#sampler(count * candidates)
    for (let row = 0; row < count * candidates; row++) {
      const from = Math.floor(row / candidates) * size
      sampler.inputs.observation.set(observations.subarray(from, from + size), row * size)
    }
    drawNormal(sampler.inputs.noise, this.#parts.options.random)
    return (await sampler.run()).chunks!
  }

  override async dispose(): Promise<void> {
    await this.#samplers.dispose()
    await super.dispose()
  }

  #sampler(count: number): Promise<Sampler> {
    const { options, networks, store } = this.#parts
    return this.#samplers.get(count, () =>
      options.executor.compile(sampleProgram(networks, options.settings, count), store),
    )
  }
}

export const diffusion = {
  id: 'diffusion',
  title: 'Diffusion policy',
  source: 'Chi et al. 2023',
  kind: 'imitation',
  settings: diffusionSettings,
  create: createDiffusion,
} satisfies LearnerEntry<'imitation', typeof diffusionSettings>
