// What is timed: updates of the learner and of the reward model, and acting, at sizes that others publish too.

import { createSac, type Sac } from '../../../agents/sac/sac.ts'
import type { Executor, ExecutorId } from '../../../agents/tensor/program.ts'
import { createRewardEnsemble } from '../../../rewards/models/ensemble.ts'
import { randomStream } from '../../../sim/random.ts'

export interface UpdateCase {
  readonly name: string
  /** `eager` is left out where one update takes it minutes. */
  readonly devices: readonly ExecutorId[]
  prepare(executor: Executor): Promise<Prepared>
}

export interface Prepared {
  /** Once what is timed. */
  once(): Promise<unknown>
  dispose(): Promise<void>
}

interface SacCase {
  readonly width: number
  readonly batch: number
  readonly layerNorm?: boolean
}

const observation = 39
const action = 4

async function makeSac({ width, batch, layerNorm = false }: SacCase, executor: Executor): Promise<Sac> {
  const sac = await createSac({
    sizes: { observation, action },
    settings: {
      ...{ depth: 2, width, batch, learningRate: 3e-4, discount: 0.99, tau: 0.005, entropyPerAction: -1 },
      ...{ initialTemperature: 0.1, criticLayerNorm: layerNorm },
    },
    executor,
    random: randomStream(0, 'bench'),
  })
  const random = randomStream(0, 'bench-batch')
  for (const values of Object.values(sac.batch)) fillUniform(values, random)
  return sac
}

function fillUniform(values: Float32Array, random: { uniform(low: number, high: number): number }): void {
  for (let i = 0; i < values.length; i++) values[i] = random.uniform(-1, 1)
}

function sacUpdate(name: string, settings: SacCase, devices: readonly ExecutorId[]): UpdateCase {
  return {
    name,
    devices,
    async prepare(executor) {
      const sac = await makeSac(settings, executor)
      return { once: () => sac.update(), dispose: () => sac.dispose() }
    },
  }
}

function sacAct(name: string, worlds: number): UpdateCase {
  return {
    name,
    devices: ['cpu', 'eager'],
    async prepare(executor) {
      const sac = await makeSac({ width: 64, batch: 64 }, executor)
      const observations = new Float32Array(worlds * observation)
      fillUniform(observations, randomStream(0, 'bench-observations'))
      return { once: () => sac.act(observations, worlds, 'explore'), dispose: () => sac.dispose() }
    },
  }
}

interface EnsembleCase {
  readonly depth: number
  readonly width: number
  readonly pairs: number
  readonly length: number
}

/** An epoch over as many pairs as one update takes: one update, with everything around it. */
function ensembleEpoch(
  name: string,
  { depth, width, pairs, length }: EnsembleCase,
  devices: readonly ExecutorId[],
): UpdateCase {
  const input = observation + action
  return {
    name,
    devices,
    async prepare(executor) {
      const random = randomStream(0, 'bench')
      const settings = { members: 3, depth, width, learningRate: 3e-4, batch: pairs }
      const model = await createRewardEnsemble({
        sizes: { input, length },
        settings: { ...settings, labelSmoothing: 0, outputPenalty: 0.01 },
        executor,
        random,
      })
      const answered = Array.from({ length: pairs }, (_, i) => {
        const rows = new Float32Array(2 * length * input)
        fillUniform(rows, random)
        return { id: `${i}`, rows, label: i % 2, heldOut: false }
      })
      const statistics = { mean: new Float32Array(input), deviation: new Float32Array(input).fill(1) }
      const once = () => model.fit(answered, statistics, { atMost: { epochs: 1 } })
      return { once, dispose: () => model.dispose() }
    },
  }
}

export const updateCases: readonly UpdateCase[] = [
  sacUpdate('sac-256', { width: 256, batch: 256 }, ['cpu']),
  sacUpdate('sac-128', { width: 128, batch: 128 }, ['cpu']),
  sacUpdate('sac-64', { width: 64, batch: 64 }, ['cpu', 'eager']),
  sacUpdate('sac-64-layer-norm', { width: 64, batch: 128, layerNorm: true }, ['cpu', 'eager']),
  ensembleEpoch('reward-ensemble', { depth: 3, width: 256, pairs: 128, length: 50 }, ['cpu']),
  ensembleEpoch('reward-ensemble-64', { depth: 3, width: 64, pairs: 64, length: 25 }, ['cpu', 'eager']),
  sacAct('act-64', 64),
]
