import { afterEach, describe, expect, test } from 'vitest'
import { cpuExecutor } from '../../../agents/tensor/executors/cpu.ts'
import { liveSessions } from '../../../agents/tensor/executors/live-sessions.ts'
import { createRewardEnsemble, type RewardEnsemble } from '../../../rewards/models/ensemble.ts'
import { ensembleNetwork } from '../../../rewards/models/ensemble-programs.ts'
import { type EnsembleSettings, ensembleDefaults } from '../../../rewards/models/ensemble-settings.ts'
import type { LabelledPair } from '../../../rewards/segments/labelled-pairs.ts'
import { namedTeachers } from '../../../rewards/teachers/named.ts'
import { randomStream } from '../../../sim/random.ts'
import { answeredToy, toySizes } from './toy-task.ts'

const settings: EnsembleSettings = { ...ensembleDefaults, depth: 2, width: 32, batch: 32 }
const { oracle } = namedTeachers

const created: RewardEnsemble[] = []

async function createEnsemble(change: Partial<EnsembleSettings> = {}, random = randomStream(1, 'reward')) {
  const model = await createRewardEnsemble({
    sizes: toySizes,
    settings: { ...settings, ...change },
    executor: cpuExecutor,
    random,
  })
  created.push(model)
  return model
}

afterEach(async () => {
  for (const model of created.splice(0)) await model.dispose()
  expect(liveSessions()).toBe(0)
})

const untilLearned = { atMost: { epochs: 100 }, stopAtLoss: 0.2 }

/** Accuracy on 300 pairs of other episodes, after learning from 100 answers. */
async function heldOutAccuracy(change: (pair: LabelledPair) => LabelledPair, parameters = oracle): Promise<number> {
  const { store, pairs } = await answeredToy({ seed: 1, count: 100, parameters })
  const others = await answeredToy({ seed: 2, count: 300, parameters: oracle })
  const model = await createEnsemble()
  await model.fit(pairs.training().map(change), store.statistics(), untilLearned)
  return (await model.score(others.pairs.all())).accuracy
}

describe('learning', { timeout: 60_000 }, () => {
  const least = 0.9

  test('orders at least nine in ten new pairs after 100 answers of the oracle', async () => {
    expect(await heldOutAccuracy((pair) => pair)).toBeGreaterThanOrEqual(least)
  })

  test('misses that when labels are swapped', async () => {
    expect(await heldOutAccuracy((pair) => ({ ...pair, label: 1 - pair.label }))).toBeLessThan(0.1)
  })

  test('misses that when the segments of some pairs are swapped and their labels are not', async () => {
    const half = toySizes.input * toySizes.length
    const swap = (pair: LabelledPair) => {
      if (Number(pair.id) % 3 > 0) return pair
      return { ...pair, rows: Float32Array.of(...pair.rows.subarray(half), ...pair.rows.subarray(0, half)) }
    }
    expect(await heldOutAccuracy(swap)).toBeLessThan(least)
  })

  test('misses that when a third of the answers is wrong', async () => {
    expect(await heldOutAccuracy((pair) => pair, { ...oracle, mistake: 0.33 })).toBeLessThan(least)
  })
})

describe('members', { timeout: 60_000 }, () => {
  test('all learn: none stays at ln 2, with the default network', async () => {
    const { store, pairs } = await answeredToy({ seed: 1, count: 100, parameters: oracle })
    const model = await createEnsemble({ ...ensembleDefaults, batch: 32 })
    const { memberLoss } = await model.fit(pairs.training(), store.statistics(), { atMost: { steps: 60 } })
    expect(memberLoss).toHaveLength(3)
    for (const loss of memberLoss) expect(loss).toBeLessThan(Math.LN2 / 2)
  })

  /** Learns after one member was pushed so far that its tanh is flat. */
  async function memberLossAfterSaturation(outputPenalty: number): Promise<readonly number[]> {
    const { store, pairs } = await answeredToy({ seed: 1, count: 100, parameters: oracle })
    const model = await createEnsemble({ outputPenalty })
    const saved = model.save()
    const bias = ensembleNetwork(toySizes, settings).layout.range(`reward/0/${settings.depth}/bias`)
    saved.parameters![bias.begin] = 15
    model.load(saved)
    return (await model.fit(pairs.training(), store.statistics(), { atMost: { steps: 300 } })).memberLoss
  }

  test('that saturated come back to life by the penalty on the value before tanh', async () => {
    for (const loss of await memberLossAfterSaturation(0.01)) expect(loss).toBeLessThan(Math.LN2 / 2)
  })

  test('that saturated stay dead without it', async () => {
    const [dead, ...alive] = await memberLossAfterSaturation(0)
    expect(dead).toBeCloseTo(Math.LN2, 2)
    for (const loss of alive) expect(loss).toBeLessThan(Math.LN2 / 2)
  })

  test('start out different', async () => {
    const model = await createEnsemble()
    const { deviation } = await model.estimate(Float32Array.of(1, -1, 0.5), 1)
    expect(deviation[0]).toBeGreaterThan(0)
  })
})

describe('fit', { timeout: 60_000 }, () => {
  test('ends when the loss is low enough, the accuracy high enough or the budget spent', async () => {
    const { store, pairs } = await answeredToy({ seed: 1, count: 100, parameters: oracle })
    const fit = async (limits: Parameters<RewardEnsemble['fit']>[2]) =>
      (await createEnsemble()).fit(pairs.training(), store.statistics(), limits)

    const byLoss = await fit({ atMost: { epochs: 100 }, stopAtLoss: 0.3 })
    expect(byLoss).toMatchObject({ ended: 'loss', pairs: 100 })
    expect(byLoss.loss).toBeLessThanOrEqual(0.3)
    expect(byLoss.steps).toBeLessThan(400)

    const byAccuracy = await fit({ atMost: { epochs: 100 }, stopAtAccuracy: 0.9 })
    expect(byAccuracy.ended).toBe('accuracy')
    expect(byAccuracy.accuracy).toBeGreaterThanOrEqual(0.9)

    expect(await fit({ atMost: { epochs: 2 } })).toMatchObject({ ended: 'budget', steps: 8 })
    expect(await fit({ atMost: { steps: 5 } })).toMatchObject({ ended: 'budget', steps: 5 })
  })

  test('without pairs changes nothing and says so', async () => {
    const { store } = await answeredToy({ seed: 1, count: 1, parameters: oracle })
    const model = await createEnsemble()
    const before = model.save().parameters
    expect(await model.fit([], store.statistics(), untilLearned)).toMatchObject({
      ended: 'no pairs',
      steps: 0,
      pairs: 0,
    })
    expect(model.save().parameters).toEqual(before)
  })

  test('of few pairs learns nothing from what the batch before left in its place', async () => {
    const { store, pairs } = await answeredToy({ seed: 1, count: 30, parameters: oracle })
    const few = pairs.training().slice(0, 3)
    const [random, same] = [randomStream(1, 'reward'), randomStream(1, 'reward')]
    const [used, fresh] = [await createEnsemble({}, random), await createEnsemble({}, same)]
    await used.fit(pairs.training(), store.statistics(), { atMost: { steps: 1 } })
    fresh.load(used.save())
    same.restore(random.state())
    await used.fit(few, store.statistics(), { atMost: { steps: 1 } })
    await fresh.fit(few, store.statistics(), { atMost: { steps: 1 } })
    expect(used.save()).toEqual(fresh.save())
  })

  test('of smoothed labels keeps returns from parting without end', async () => {
    const { store, pairs } = await answeredToy({ seed: 1, count: 20, parameters: oracle })
    const widest = async (labelSmoothing: number) => {
      const model = await createEnsemble({ labelSmoothing, learningRate: 1e-2 })
      await model.fit(pairs.training(), store.statistics(), { atMost: { epochs: 150 } })
      const certainty = (await model.preferenceProbabilities(segmentsOf(pairs.training()))).map((p) =>
        Math.abs(p - 0.5),
      )
      return Math.max(...certainty)
    }
    expect(await widest(0)).toBeGreaterThan(0.49)
    expect(await widest(0.1)).toBeLessThan(0.45)
  })
})

const logit = (p: number) => Math.log(p / (1 - p))

function segmentsOf(pairs: readonly LabelledPair[]) {
  const half = toySizes.input * toySizes.length
  const ref = { episode: 'x', start: 0, length: toySizes.length }
  return pairs.map(({ rows }) => ({
    first: { ref, rows: rows.slice(0, half) },
    second: { ref, rows: rows.slice(half) },
  }))
}

describe('predictions', () => {
  test('of many rows are those of each row alone', async () => {
    const model = await createEnsemble()
    const random = randomStream(4, 'rows')
    const count = 64 + 512 + 4096 + 5
    const rows = Float32Array.from({ length: count * toySizes.input }, () => random.normal())
    const { mean, deviation } = await model.estimate(rows, count)
    expect([mean.length, deviation.length]).toEqual([count, count])
    for (const row of [0, 63, 64, 600, 4095, 4096, count - 1]) {
      const alone = await model.estimate(rows.slice(row * toySizes.input, (row + 1) * toySizes.input), 1)
      expect(mean[row]).toBeCloseTo(alone.mean[0]!, 5)
      expect(deviation[row]).toBeCloseTo(alone.deviation[0]!, 5)
    }
  })

  test('asked for at once do not disturb each other', async () => {
    const model = await createEnsemble()
    const rows = [0, 1, 2, 3].map((value) => new Float32Array(toySizes.input).fill(value))
    const together = await Promise.all(rows.map((row) => model.estimate(row, 1)))
    const inTurn = []
    for (const row of rows) inTurn.push(await model.estimate(row, 1))
    expect(together).toEqual(inTurn)
  })

  test('of preferences follow from the rewards of the steps', async () => {
    const { pairs } = await answeredToy({ seed: 1, count: 7, parameters: oracle })
    const model = await createEnsemble()
    const probabilities = await model.preferenceProbabilities(segmentsOf(pairs.all()))
    for (const [i, { rows }] of pairs.all().entries()) {
      const { mean } = await model.estimate(rows, 2 * toySizes.length)
      const difference = mean.reduce((sum, reward, step) => sum + (step < toySizes.length ? reward : -reward), 0)
      const logOdds = [0, 1, 2].map((member) => logit(probabilities[member * 7 + i]!))
      expect((logOdds[0]! + logOdds[1]! + logOdds[2]!) / 3).toBeCloseTo(difference, 4)
    }
  })

  test('of preferences are one row for each member', async () => {
    const { pairs } = await answeredToy({ seed: 1, count: 7, parameters: oracle })
    const probabilities = await (await createEnsemble()).preferenceProbabilities(segmentsOf(pairs.all()))
    expect(probabilities).toHaveLength(3 * 7)
    expect(new Set([probabilities[0], probabilities[7], probabilities[14]]).size).toBe(3)
  })

  test('of the wrong number of rows are refused', async () => {
    await expect((await createEnsemble()).estimate(new Float32Array(7), 2)).rejects.toThrow(
      `found 7 numbers, expected 2 rows of ${toySizes.input}`,
    )
  })
})

describe('save and load', () => {
  test('go on bit for bit, with the random stream of its owner', async () => {
    const { store, pairs } = await answeredToy({ seed: 1, count: 50, parameters: oracle })
    const some = { atMost: { steps: 7 } }

    const through = await createEnsemble()
    await through.fit(pairs.training(), store.statistics(), some)
    await through.fit(pairs.training(), store.statistics(), some)

    const random = randomStream(1, 'reward')
    const before = await createEnsemble({}, random)
    await before.fit(pairs.training(), store.statistics(), some)
    const [saved, state] = [before.save(), random.state()]

    const later = randomStream(99, 'reward')
    const after = await createEnsemble({}, later)
    after.load(saved)
    later.restore(state)
    await after.fit(pairs.training(), store.statistics(), some)
    expect(after.save()).toEqual(through.save())
  })

  test('what was saved does not change with the model', async () => {
    const { store, pairs } = await answeredToy({ seed: 1, count: 10, parameters: oracle })
    const model = await createEnsemble()
    const saved = model.save()
    const copy = structuredClone(saved)
    await model.fit(pairs.training(), store.statistics(), { atMost: { steps: 2 } })
    expect(saved).toEqual(copy)
    expect(model.save()).not.toEqual(copy)
  })

  test('a file that lacks something is refused by name', async () => {
    const model = await createEnsemble()
    const { second: _, ...saved } = model.save()
    expect(() => model.load(saved)).toThrow("saved reward ensemble lacks 'second'; found parameters, first, step")
  })

  test('a model of another size is refused', async () => {
    const [small, large] = [await createEnsemble({ width: 8 }), await createEnsemble()]
    expect(() => large.load(small.save())).toThrow("state 'parameters' holds")
  })
})
