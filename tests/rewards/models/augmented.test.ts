// What SURF, QPA and RIME make of answers, on the task of toy-task.ts.

import { afterEach, describe, expect, test } from 'vitest'
import { cpuExecutor } from '../../../agents/tensor/executors/cpu.ts'
import { liveSessions } from '../../../agents/tensor/executors/live-sessions.ts'
import { createRewardEnsemble, type RewardEnsemble } from '../../../rewards/models/ensemble.ts'
import { type EnsembleSettings, ensembleDefaults } from '../../../rewards/models/ensemble-settings.ts'
import type { LabelledPair } from '../../../rewards/segments/labelled-pairs.ts'
import { namedTeachers } from '../../../rewards/teachers/named.ts'
import { randomStream } from '../../../sim/random.ts'
import { answeredToy, toySizes } from './toy-task.ts'

const small: EnsembleSettings = { ...ensembleDefaults, depth: 2, width: 32, batch: 16, members: 2 }
const { oracle } = namedTeachers
const crops = { window: 0, shortest: 0.6, longest: 0.8, copies: 20 }
const denoising = { alpha: 0.5, firstTolerance: 3, lastTolerance: 1, passes: 30, flip: 0.001, warmup: 5 }

const created: RewardEnsemble[] = []

async function create(change: Partial<EnsembleSettings>, length = toySizes.length) {
  const model = await createRewardEnsemble({
    sizes: { ...toySizes, length },
    settings: { ...small, ...change },
    executor: cpuExecutor,
    random: randomStream(1, 'reward'),
  })
  created.push(model)
  return model
}

afterEach(async () => {
  for (const model of created.splice(0)) await model.dispose()
  expect(liveSessions()).toBe(0)
})

/** Accuracy on 300 pairs of other episodes. */
async function accuracy(model: RewardEnsemble): Promise<number> {
  const others = await answeredToy({ seed: 2, count: 300, parameters: oracle })
  return (await model.score(others.pairs.all())).accuracy
}

const turned = (pair: LabelledPair): LabelledPair => ({ ...pair, label: 1 - pair.label })

describe('crops as QPA cuts them', { timeout: 60_000 }, () => {
  async function learned(change: (pair: LabelledPair) => LabelledPair) {
    const { store, pairs } = await answeredToy({ seed: 1, count: 60, parameters: oracle })
    const model = await create({ crops, members: 1 })
    await model.fit(pairs.training().map(change), store.statistics(), { atMost: { steps: 200 }, stopAtLoss: 0.2 })
    return accuracy(model)
  }

  test('teach nine in ten new pairs from 60 answers', async () => {
    expect(await learned((pair) => pair)).toBeGreaterThanOrEqual(0.9)
  })

  test('teach nothing of the kind when the answers are turned round', async () => {
    expect(await learned(turned)).toBeLessThan(0.1)
  })
})

describe('pairs without an answer, as SURF uses them', { timeout: 60_000 }, () => {
  const pseudoLabels = { perLabel: 10, batchRatio: 4, threshold: 0.7 }

  test('make a model surer of what it believes, and no worse at new pairs', async () => {
    const { store, pairs } = await answeredToy({ seed: 1, count: 30, parameters: oracle })
    const unlabelled = (await answeredToy({ seed: 3, count: 300, parameters: oracle })).pairs.all()
    const half = toySizes.input * toySizes.length
    const ref = { episode: 'x', start: 0, length: toySizes.length }
    const asked = unlabelled.map(({ rows }) => ({
      first: { ref, rows: rows.slice(0, half) },
      second: { ref, rows: rows.slice(half) },
    }))
    const learned = async (rows: readonly Float32Array[]) => {
      const model = await create({ pseudoLabels })
      await model.fit(pairs.training(), store.statistics(), { atMost: { steps: 60 } }, rows)
      const chances = await model.preferenceProbabilities(asked)
      const sure = chances.filter((chance) => Math.max(chance, 1 - chance) > 0.95).length / chances.length
      return { sure, right: await accuracy(model) }
    }
    const [own, none] = [await learned(unlabelled.map(({ rows }) => rows)), await learned([])]
    expect(own.sure).toBeGreaterThan(none.sure + 0.02)
    expect(own.right).toBeGreaterThan(0.9)
  })

  test('teach nothing to a model that is never sure', async () => {
    const { store, pairs } = await answeredToy({ seed: 1, count: 30, parameters: oracle })
    const rows = pairs.all().map((pair) => pair.rows)
    const learned = async (unlabelled: readonly Float32Array[]) => {
      const model = await create({ pseudoLabels: { ...pseudoLabels, threshold: 1 - 1e-12 } })
      await model.fit(pairs.training(), store.statistics(), { atMost: { steps: 3 } }, unlabelled)
      return model
    }
    const [some, none] = [await learned(rows), await learned([])]
    // With others to draw from, the stream of crops runs on, but whole segments leave nothing to draw.
    expect((await some.score(pairs.all())).loss).toBeCloseTo((await none.score(pairs.all())).loss, 1)
  })
})

describe('doubt, as RIME has it', { timeout: 60_000 }, () => {
  /** Learns from 200 answers of which three in ten are wrong. */
  async function learned(change: Partial<EnsembleSettings>) {
    const { store, pairs } = await answeredToy({ seed: 1, count: 200, parameters: oracle })
    const noisy = pairs.training().map((pair, index) => (index % 10 < 3 ? turned(pair) : pair))
    const model = await create({ batch: 64, width: 64, learningRate: 3e-3, ...change })
    await model.fit(noisy, store.statistics(), { atMost: { epochs: 60 } })
    return { model, right: await accuracy(model) }
  }

  test('learns from three wrong answers in ten better than belief does', async () => {
    const doubting = await learned({ denoising })
    expect(doubting.right).toBeGreaterThan(0.85)
    expect(doubting.right).toBeGreaterThan((await learned({})).right + 0.03)
    expect(doubting.model.discriminator.passes).toBe(60)
  })
})

describe('regress', () => {
  test('comes close to known rewards within seconds, and not to others', async () => {
    const model = await create({})
    const random = randomStream(5, 'rows')
    const rows = Float32Array.from({ length: 64 * toySizes.input }, () => random.normal())
    const targets = Float32Array.from({ length: 64 }, (_, row) => Math.tanh(rows[row * toySizes.input]!))
    const before = await model.regress(rows, targets)
    for (let step = 0; step < 300; step++) await model.regress(rows, targets)
    expect(await model.regress(rows, targets)).toBeLessThan(0.05 * before)
    const { mean } = await model.estimate(rows, 64)
    expect(Math.max(...mean.map((value, row) => Math.abs(value - targets[row]!)))).toBeLessThan(0.3)
  })
})

describe('what is stored beyond a segment', () => {
  test('counts for crops alone: predictions read the judged part', async () => {
    const model = await create({ crops: { window: 1, shortest: 1, longest: 1, copies: 1 } }, 2)
    expect(model.plan).toMatchObject({ core: 2, margin: 2, stored: 6 })
    const random = randomStream(7, 'rows')
    const segment = () => ({
      ref: { episode: 'a', start: 0, length: 6 },
      rows: Float32Array.from({ length: 6 * toySizes.input }, () => random.normal()),
    })
    const pair = { first: segment(), second: segment() }
    const chances = await model.preferenceProbabilities([pair])
    for (const rows of [pair.first.rows, pair.second.rows]) {
      rows.fill(9, 0, 2 * toySizes.input)
      rows.fill(-9, 4 * toySizes.input)
    }
    expect(await model.preferenceProbabilities([pair])).toEqual(chances)
    pair.first.rows[2 * toySizes.input] = 5
    expect(await model.preferenceProbabilities([pair])).not.toEqual(chances)
  })
})
