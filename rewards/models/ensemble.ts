// An ensemble of networks that learns a reward per step from answered pairs of segments.

import { Compilations } from '../../agents/tensor/compilations.ts'
import { joined } from '../../agents/tensor/layout.ts'
import type { Compiled, Executor, Store } from '../../agents/tensor/program.ts'
import { createStore, loadStore, saveStore } from '../../agents/tensor/store.ts'
import type { CropPlan } from '../augment/crops.ts'
import type { RandomStream, RewardEstimate, RewardModel, SavedTensors } from '../contract.ts'
import { believable } from '../denoising/believable.ts'
import { type DiscriminatorState, freshDiscriminator, warmth } from '../denoising/discriminator.ts'
import { confident, type Reliability } from '../denoising/label-confidence.ts'
import type { PreferencePredictor } from '../queries/choose-pairs.ts'
import { memberDeviation } from '../queries/disagreement.ts'
import type { LabelledPair } from '../segments/labelled-pairs.ts'
import type { RowStatistics } from '../segments/row-statistics.ts'
import type { SegmentPair } from '../segments/segment.ts'
import { type AugmentedInputs, fillAugmented } from './augmented-inputs.ts'
import { augmentedFitProgram, planOf } from './augmented-program.ts'
import { chances } from './chances.ts'
import {
  type EnsembleNetwork,
  type EnsembleSizes,
  ensembleNetwork,
  estimateProgram,
  type FitInputs,
  fitProgram,
} from './ensemble-programs.ts'
import type { EnsembleSettings } from './ensemble-settings.ts'
import { type FitLimits, type FitReport, fitPairs } from './fit.ts'
import { initialNetworkState } from './network-state.ts'
import { type PairScore, scorePairs } from './pair-score.ts'
import { type RegressionInputs, regressionProgram } from './regression-program.ts'
import { RunsInParts } from './runs-in-parts.ts'

export interface EnsembleOptions {
  readonly sizes: EnsembleSizes
  readonly settings: EnsembleSettings
  readonly executor: Executor
  /** Initial parameters and the order of minibatches; its state is the caller's to save. */
  readonly random: RandomStream
}

export async function createRewardEnsemble(options: EnsembleOptions): Promise<RewardEnsemble> {
  const network = ensembleNetwork(options.sizes, options.settings)
  const store = createStore(initialNetworkState(network.layout, options.sizes.input, options.random))
  const update = isPlain(options.settings)
    ? await options.executor.compile(fitProgram(network), store)
    : await options.executor.compile(augmentedFitProgram(network), store)
  return new RewardEnsemble({ options, network, store, update: update as Compiled<FitInputs> })
}

/** Learns from whole answered segments, and believes the answers. */
function isPlain({ crops, pseudoLabels, denoising }: EnsembleSettings): boolean {
  return !crops && !pseudoLabels && !denoising
}

/** Rows that one run of a compiled program estimates, the fewest first: acting needs few, relabelling many. */
const estimateSizes = [64, 512, 4096] as const

interface Parts {
  readonly options: EnsembleOptions
  readonly network: EnsembleNetwork
  readonly store: Store
  readonly update: Compiled<FitInputs>
}

export class RewardEnsemble implements RewardModel, PreferencePredictor {
  readonly id = 'ensemble'
  readonly inputSize: number
  readonly members: number
  readonly #parts: Parts
  /** What is stored of a segment, and which part of it was judged. */
  readonly plan: CropPlan
  /** What it makes of answers that it doubts; its owner's to save. */
  readonly discriminator: DiscriminatorState = freshDiscriminator()
  readonly #estimates: RunsInParts
  readonly #regressions = new Compilations<number, Compiled<RegressionInputs>>()

  constructor(parts: Parts) {
    const { options, network, store } = parts
    const { sizes, settings, executor } = options
    this.#parts = parts
    this.inputSize = sizes.input
    this.members = settings.members
    this.plan = planOf(sizes.length, settings)
    this.#estimates = new RunsInParts({
      ...{ members: settings.members, itemSize: sizes.input, sizes: estimateSizes },
      compile: (size) => executor.compile(estimateProgram(network, size), store),
    })
  }

  /** Inputs are normalised by these statistics of the stored data from now on. */
  normaliseBy({ mean, deviation }: RowStatistics): void {
    this.#parts.store.write('mean', mean)
    this.#parts.store.write('deviation', deviation)
  }

  /**
   * Learns from the training pairs, starting from what it knows.
   *
   * @param statistics of the stored data: inputs are normalised by them from now on
   * @param unlabelled rows of pairs that nobody was asked about, each [2, stored, input]; read where settings say so
   */
  fit(
    pairs: readonly LabelledPair[],
    statistics: RowStatistics,
    limits: FitLimits,
    unlabelled: readonly Float32Array[] = [],
  ): Promise<FitReport> {
    this.normaliseBy(statistics)
    const { options, update } = this.#parts
    const { settings, random } = options
    const reliability = { value: 1 - (settings.loss?.flipRate ?? 0) }
    const doubts = settings.denoising || settings.loss?.name === 'lcpo'
    return fitPairs({
      ...{ update, pairs, settings, limits, random },
      ...(doubts ? { believed: () => this.#believed(pairs, reliability) } : {}),
      ...(isPlain(settings) ? {} : { augment: () => this.#augment(unlabelled) }),
    })
  }

  /**
   * A step towards known rewards.
   *
   * @param rows [targets, inputSize]; @param targets within [-1, 1]
   * @returns the loss before it
   */
  async regress(rows: Float32Array, targets: Float32Array): Promise<number> {
    const { options, network, store } = this.#parts
    const count = targets.length
    const program = await this.#regressions.get(count, () =>
      options.executor.compile(regressionProgram(network, count), store),
    )
    program.inputs.rows.set(rows)
    program.inputs.targets.set(targets)
    return (await program.run()).loss![0]!
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

  /** @returns chance that the first of each pair is preferred, [members, pairs] */
  async preferenceProbabilities(pairs: readonly SegmentPair[]): Promise<Float32Array> {
    const blocks = pairs.flatMap(({ first, second }) => [first.rows, second.rows])
    return chances(await this.#logOdds(blocks, pairs.length))
  }

  async estimate(rows: Float32Array, count: number): Promise<RewardEstimate> {
    const rewards = await this.memberRewards(rows, count)
    const mean = new Float32Array(count)
    for (let i = 0; i < rewards.length; i++) mean[i % count]! += rewards[i]! / this.members
    return { mean, deviation: memberDeviation(rewards, this.members) }
  }

  /** Parameters, moments, steps and normaliser. The random stream is its owner's to save. */
  save(): SavedTensors {
    return saveStore(this.#parts.store)
  }

  load(saved: SavedTensors): void {
    loadStore(this.#parts.store, saved, 'reward ensemble')
  }

  async dispose(): Promise<void> {
    await this.#estimates.dispose()
    await this.#regressions.dispose()
    await this.#parts.update.dispose()
  }

  /**
   * R1 - R2 of every pair, over the steps that were judged.
   *
   * @param blocks joined, [pairs, 2, stored, input]
   * @returns [members, pairs]
   */
  async #logOdds(blocks: readonly Float32Array[], pairs: number): Promise<Float32Array> {
    const { stored, core, margin } = this.plan
    const rewards = await this.memberRewards(joined(blocks), pairs * 2 * stored)
    return Float32Array.from({ length: this.members * pairs }, (_, pair) => {
      let odds = 0
      for (let step = margin; step < margin + core; step++) {
        const at = pair * 2 * stored + step
        odds += rewards[at]! - rewards[at + stored]!
      }
      return odds
    })
  }

  async #believed(pairs: readonly LabelledPair[], reliability: Reliability): Promise<readonly LabelledPair[]> {
    const { denoising, loss } = this.#parts.options.settings
    const rows = pairs.map((pair) => pair.rows)
    const probabilities = chances(await this.#logOdds(rows, pairs.length))
    if (loss?.name === 'lcpo') return confident(pairs, probabilities, reliability)
    return denoising ? believable(pairs, probabilities, { settings: denoising, state: this.discriminator }) : pairs
  }

  #augment(unlabelled: readonly Float32Array[]): void {
    const { update, options } = this.#parts
    const { denoising, learningRate } = options.settings
    const share = denoising ? warmth(this.discriminator, denoising) : 1
    fillAugmented(update.inputs as unknown as AugmentedInputs, {
      plan: this.plan,
      learningRate: share * learningRate,
      unlabelled,
      random: options.random,
    })
  }

  /**
   * What each member says of every row.
   *
   * @returns [members, count]
   */
  async memberRewards(rows: Float32Array, count: number): Promise<Float32Array> {
    if (rows.length !== count * this.inputSize) {
      throw new RangeError(`found ${rows.length} numbers, expected ${count} rows of ${this.inputSize}`)
    }
    return (await this.#estimates.run(rows, count)).rewards ?? new Float32Array()
  }
}
