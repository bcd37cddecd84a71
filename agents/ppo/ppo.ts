// Proximal policy optimisation (Schulman et al. 2017): on-policy, a clipped ratio, a critic for advantages.

import type { LearnerEntry, LearnerOptions, Rollout, RolloutLearner, UpdateReport } from '../contract.ts'
import { LearnerShell } from '../learner-shell.ts'
import { observe } from '../normaliser.ts'
import { Compilations } from '../tensor/compilations.ts'
import type { Store } from '../tensor/program.ts'
import { createStore } from '../tensor/store.ts'
import { generalisedAdvantages, normaliseAdvantages } from './advantage.ts'
import { checkRollout } from './check-rollout.ts'
import { type PpoNetworks, ppoNetworks } from './networks.ts'
import { acting, initialState } from './programs.ts'
import { followReturnVariance, scaleRewards } from './reward-scale.ts'
import { compileRolloutPrograms, type RolloutPrograms } from './rollout-programs.ts'
import { sampleSize, shuffled, writeSamples } from './samples.ts'
import { type PpoSettings, ppoSettings } from './settings.ts'

export type PpoOptions = LearnerOptions<PpoSettings>

export async function createPpo(options: PpoOptions): Promise<Ppo> {
  const networks = ppoNetworks(options.sizes, options.settings)
  return new Ppo({ options, networks, store: createStore(initialState(networks, options.random)) })
}

interface Parts {
  readonly options: PpoOptions
  readonly networks: PpoNetworks
  readonly store: Store
}

export class Ppo extends LearnerShell implements RolloutLearner {
  readonly #parts: Parts
  readonly #programs = new Compilations<string, RolloutPrograms>()

  constructor(parts: Parts) {
    const { options, networks, store } = parts
    super({
      id: 'ppo',
      options,
      store,
      updates: [],
      ...acting(networks, options.settings),
    })
    this.#parts = parts
  }

  async learn(rollout: Rollout): Promise<UpdateReport> {
    const { options, store } = this.#parts
    const programs = await this.prepare(rollout)
    let report: UpdateReport = {}
    for (let epoch = 0; epoch < options.settings.epochs && !this.#movedTooFar(report); epoch++) {
      report = await this.epoch(programs)
    }
    // Only now: the updates are to see what the policy saw when it chose.
    observe(store, rollout.observations)
    store.write('rollouts', Float32Array.of(store.read('rollouts')[0]! + 1))
    return report
  }

  /** Judges a rollout by the present networks, so that epochs over it can follow. */
  async prepare(rollout: Rollout): Promise<RolloutPrograms> {
    const { networks, options } = this.#parts
    checkRollout(rollout, networks, options.settings)
    const programs = await this.#programsFor(rollout)
    const { assess, improve } = programs
    assess.inputs.observations.set(rollout.observations)
    assess.inputs.actions.set(rollout.actions)
    const { values, logProbability, normalised } = await assess.run()
    const { discount, lambda } = options.settings
    const rewards = this.#scaled(rollout)
    const { advantages, returns } = generalisedAdvantages({ ...rollout, rewards, values: values!, discount, lambda })
    writeSamples(improve.inputs.samples, networks, {
      observations: normalised!,
      actions: rollout.actions,
      logProbability: logProbability!,
      advantages: normaliseAdvantages(advantages),
      returns,
    })
    return programs
  }

  /** One pass over the prepared rollout in a new order; rows that fill no batch are left out of this pass. */
  async epoch({ improve, runs }: RolloutPrograms): Promise<UpdateReport> {
    const { options, store, networks } = this.#parts
    const { order, samples, learningRate } = improve.inputs
    const rows = shuffled(samples.length / sampleSize(networks), options.random)
    learningRate[0] = learningRateAt(store.read('rollouts')[0]!, options.settings)
    let report: UpdateReport = {}
    for (let run = 0; run < runs; run++) {
      order.set(rows.subarray(run * order.length, (run + 1) * order.length))
      report = this.report(await improve.run())
    }
    return report
  }

  override async dispose(): Promise<void> {
    await this.#programs.dispose()
    await super.dispose()
  }

  #programsFor({ episodes, steps }: Rollout): Promise<RolloutPrograms> {
    const { options, networks, store } = this.#parts
    const shape = { episodes, steps }
    const compile = () => compileRolloutPrograms({ ...options, networks, store, shape })
    return this.#programs.get(`${episodes} x ${steps}`, compile)
  }

  #scaled(rollout: Rollout): Float32Array {
    const { options, store } = this.#parts
    if (options.settings.rewards === 'as-given') return rollout.rewards
    const variance = followReturnVariance(store.read('returnVariance')[0]!, rollout, options.settings.discount)
    store.write('returnVariance', Float32Array.of(variance))
    return scaleRewards(rollout.rewards, variance)
  }

  #movedTooFar({ divergence = 0 }: UpdateReport): boolean {
    const { targetDivergence } = this.#parts.options.settings
    return targetDivergence > 0 && divergence > 1.5 * targetDivergence
  }
}

/** @param rollouts learned from before this one */
function learningRateAt(rollouts: number, { learningRate, decayRollouts }: PpoSettings): number {
  return decayRollouts === 0 ? learningRate : learningRate * Math.max(0, 1 - rollouts / decayRollouts)
}

export const ppo = {
  id: 'ppo',
  title: 'Proximal policy optimisation',
  source: 'Schulman et al. 2017',
  kind: 'on-policy',
  settings: ppoSettings,
  create: createPpo,
} satisfies LearnerEntry<'on-policy', typeof ppoSettings>
