// A reward model that knows how unsure it is: a Gaussian for each step, learned from answered pairs that may be wrong.

import { joined } from '../../../agents/tensor/layout.ts'
import type { Compiled, Executor, Store } from '../../../agents/tensor/program.ts'
import { createStore, loadStore, saveStore } from '../../../agents/tensor/store.ts'
import type { RandomStream, RewardEstimate, RewardModel, SavedTensors } from '../../contract.ts'
import type { PreferencePredictor } from '../../queries/choose-pairs.ts'
import type { LabelledPair } from '../../segments/labelled-pairs.ts'
import type { RowStatistics } from '../../segments/row-statistics.ts'
import type { SegmentPair } from '../../segments/segment.ts'
import { chances } from '../chances.ts'
import { type FitLimits, type FitReport, fitPairs } from '../fit.ts'
import { initialNetworkState } from '../network-state.ts'
import { type PairScore, scorePairs } from '../pair-score.ts'
import { RunsInParts } from '../runs-in-parts.ts'
import type { TrunkSizes } from '../trunks/trunk.ts'
import { windowsEndingAt } from '../windows.ts'
import { mixture } from './mixture.ts'
import { type GaussianNetwork, gaussianNetwork } from './network.ts'
import { type GaussianFitInputs, gaussianFitProgram, gaussianPairsProgram, gaussianStepsProgram } from './programs.ts'
import type { GaussianSettings } from './settings.ts'

export interface GaussianOptions {
  readonly sizes: TrunkSizes
  readonly settings: GaussianSettings
  readonly executor: Executor
  /** Initial parameters, the order of minibatches, and samples; its state is the caller's to save. */
  readonly random: RandomStream
}

export async function createGaussianReward(options: GaussianOptions): Promise<GaussianReward> {
  const network = gaussianNetwork(options.sizes, options.settings)
  const store = createStore(initialNetworkState(network.layout, options.sizes.input, options.random))
  return new GaussianReward({
    ...{ options, network, store },
    update: await options.executor.compile(gaussianFitProgram(network), store),
  })
}

interface Parts {
  readonly options: GaussianOptions
  readonly network: GaussianNetwork
  readonly store: Store
  readonly update: Compiled<GaussianFitInputs>
}

export class GaussianReward implements RewardModel, PreferencePredictor {
  readonly id = 'gaussian'
  readonly inputSize: number
  readonly members: number
  readonly memory: number
  readonly #parts: Parts
  readonly #steps: RunsInParts
  readonly #pairs: RunsInParts

  constructor(parts: Parts) {
    const { options, network, store } = parts
    const { input, length } = options.sizes
    const { members, batch } = options.settings
    this.#parts = parts
    this.inputSize = input
    this.members = members
    this.memory = network.memory
    this.#steps = new RunsInParts({
      ...{ members, itemSize: network.memory * input, sizes: windowCounts(network.memory) },
      compile: (size) => options.executor.compile(gaussianStepsProgram(network, size), store),
    })
    this.#pairs = new RunsInParts({
      ...{ members, itemSize: 2 * length * input, sizes: [batch] },
      compile: (size) => options.executor.compile(gaussianPairsProgram(network, size), store),
    })
  }

  /** Inputs are normalised by these statistics of the stored data from now on. */
  normaliseBy({ mean, deviation }: RowStatistics): void {
    this.#parts.store.write('mean', mean)
    this.#parts.store.write('deviation', deviation)
  }

  /**
   * Learns from the training pairs, starting from what it knows. Labels may be anything from 0 to 1.
   *
   * @param statistics of the stored data: inputs are normalised by them from now on
   */
  fit(pairs: readonly LabelledPair[], statistics: RowStatistics, limits: FitLimits): Promise<FitReport> {
    this.normaliseBy(statistics)
    const { options, update } = this.#parts
    const { settings, random } = options
    return fitPairs({ update, pairs, settings, limits, random, augment: () => this.#drawNoise() })
  }

  /** How well it predicts these answers; learns nothing. */
  async score(pairs: readonly LabelledPair[]): Promise<PairScore> {
    const logOdds = await this.#logOdds(
      pairs.map(({ rows }) => rows),
      pairs.length,
    )
    return scorePairs(
      logOdds,
      pairs.map(({ label }) => label),
      this.members,
    )
  }

  /** @returns chance that the first of each pair is preferred, uncertainty included, [members, pairs] */
  async preferenceProbabilities(pairs: readonly SegmentPair[]): Promise<Float32Array> {
    const blocks = pairs.flatMap(({ first, second }) => [first.rows, second.rows])
    return chances(await this.#logOdds(blocks, pairs.length))
  }

  /**
   * @param rows of one episode in order, [count, inputSize]: where the trunk has a memory, a step's reward is read off the
   *   window that ends with it
   * @returns mean and deviation of the mixture of the members' Gaussians
   */
  async estimate(rows: Float32Array, count: number): Promise<RewardEstimate> {
    if (rows.length !== count * this.inputSize) {
      throw new RangeError(`found ${rows.length} numbers, expected ${count} rows of ${this.inputSize}`)
    }
    if (count === 0) return { mean: new Float32Array(), deviation: new Float32Array() }
    const windows = windowsEndingAt(rows, this.inputSize, this.memory)
    const { mean, deviation } = await this.#steps.run(windows.items, windows.count)
    return mixture({ mean: mean!, deviation: deviation! }, { members: this.members, count, at: windows.at })
  }

  /** Parameters, moments, steps and normaliser. The random stream is its owner's to save. */
  save(): SavedTensors {
    return saveStore(this.#parts.store)
  }

  load(saved: SavedTensors): void {
    loadStore(this.#parts.store, saved, 'Gaussian reward model')
  }

  async dispose(): Promise<void> {
    await this.#steps.dispose()
    await this.#pairs.dispose()
    await this.#parts.update.dispose()
  }

  async #logOdds(blocks: readonly Float32Array[], pairs: number): Promise<Float32Array> {
    return (await this.#pairs.run(joined(blocks), pairs)).logOdds ?? new Float32Array()
  }

  #drawNoise(): void {
    const { options, update } = this.#parts
    const { noise } = update.inputs
    for (let i = 0; i < noise.length; i++) noise[i] = options.random.normal()
  }
}

/** Steps that one run reads, the fewest first: acting needs few, relabelling many. */
const stepsOfRun = [64, 512, 4096] as const

function windowCounts(memory: number): number[] {
  return [...new Set(stepsOfRun.map((steps) => Math.max(1, Math.floor(steps / memory))))]
}
