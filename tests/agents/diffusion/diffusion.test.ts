import { afterEach, describe, expect, test } from 'vitest'
import { createBc } from '../../../agents/bc/bc.ts'
import { bcSettings } from '../../../agents/bc/settings.ts'
import type { BatchLearner, DemonstrationBatch } from '../../../agents/contract.ts'
import { createDiffusion, type Diffusion } from '../../../agents/diffusion/diffusion.ts'
import { type DiffusionSettings, diffusionSettings } from '../../../agents/diffusion/settings.ts'
import { cpuExecutor } from '../../../agents/tensor/executors/cpu.ts'
import { liveSessions } from '../../../agents/tensor/executors/live-sessions.ts'
import { type RandomStream, randomStream } from '../../../sim/random.ts'

const sizes = { observation: 1, action: 2 }
const small = { depth: 2, width: 64, batch: 128, learningRate: 3e-3, averaging: 0.99 }
const executor = cpuExecutor

const open: BatchLearner<DemonstrationBatch>[] = []
afterEach(async () => {
  for (const learner of open.splice(0)) await learner.dispose()
})

async function makeDiffusion(
  settings: Partial<DiffusionSettings> = {},
  random = randomStream(1, 'x'),
): Promise<Diffusion> {
  const all = diffusionSettings.parse({ ...small, ...settings })
  const learner = await createDiffusion({ sizes, settings: all, executor, random })
  open.push(learner)
  return learner
}

/** Pass on the left or on the right, as often the one as the other; how wide depends on the observation. */
const width = (observation: number) => 0.5 + 0.3 * observation

/** The chunk is one side throughout: an action and its opposite, again and again. */
function fillForks({ batch, batchSize }: BatchLearner<DemonstrationBatch>, random: RandomStream): void {
  const chunkSize = batch.actions.length / batchSize
  for (let row = 0; row < batchSize; row++) {
    batch.observations[row] = random.uniform(-1, 1)
    const side = random.integer(2) === 0 ? 1 : -1
    for (let i = 0; i < chunkSize; i++) {
      batch.actions[row * chunkSize + i] = side * width(batch.observations[row]!) * (i % 2 === 0 ? 1 : -1)
    }
  }
}

async function learnForks(learner: BatchLearner<DemonstrationBatch>, updates: number): Promise<void> {
  const random = randomStream(2, 'forks')
  for (let update = 0; update < updates; update++) {
    fillForks(learner, random)
    await learner.update()
  }
}

const count = 256
const observations = Float32Array.from({ length: count }, (_, i) => -1 + (2 * i) / (count - 1))

/** Share of actions that are within 0.15 of one of the two ways, and share of those that pass on the first side. */
function waysOf(actions: Float32Array): { hit: number; first: number } {
  const rows = [...observations.keys()]
  const near = (row: number, side: number) =>
    [1, -1].every((sign, i) => Math.abs(actions[2 * row + i]! - sign * side * width(observations[row]!)) < 0.15)
  const firsts = rows.filter((row) => near(row, 1)).length
  const seconds = rows.filter((row) => near(row, -1)).length
  return { hit: (firsts + seconds) / count, first: firsts / Math.max(1, firsts + seconds) }
}

describe('Diffusion', () => {
  test('learns within seconds to go both ways, and without noise decides for one, the same each time', async () => {
    const diffusion = await makeDiffusion()
    await learnForks(diffusion, 1200)
    const { hit, first } = waysOf(await diffusion.act(observations, count, 'explore'))
    expect(hit).toBeGreaterThan(0.8)
    expect(first).toBeGreaterThan(0.25)
    expect(first).toBeLessThan(0.75)

    const decided = (await diffusion.act(observations, count, 'exploit')).slice()
    expect(waysOf(decided).hit).toBeGreaterThan(0.8)
    expect(await diffusion.act(observations, count, 'exploit')).toEqual(decided)
  })

  test('does what a Gaussian cannot: that goes through the middle', async () => {
    const settings = bcSettings.parse({ width: 64, batch: 128, learningRate: 3e-3 })
    const gaussian = await createBc({ sizes, settings, executor, random: randomStream(1, 'x') })
    open.push(gaussian)
    await learnForks(gaussian, 300)
    expect(waysOf(await gaussian.act(observations, count, 'explore')).hit).toBeLessThan(0.4)
    expect(waysOf(await gaussian.act(observations, count, 'exploit')).hit).toBe(0)
  })

  test('makes up chunks that go one way throughout, several candidates for each observation', async () => {
    const diffusion = await makeDiffusion({ chunk: 2 })
    await learnForks(diffusion, 1000)
    const candidates = 64
    const chunks = await diffusion.sample(Float32Array.of(-1, 1), 2, candidates)
    expect(chunks.length).toBe(2 * candidates * 2 * 2)
    const sizesOf = [0, 1].map((row) => {
      const own = Array.from({ length: candidates }, (_, i) => chunks.subarray(4 * (row * candidates + i)).slice(0, 4))
      const whole = own.filter(([a, b, c, d]) => a! * c! > 0 && b! * d! > 0 && a! * b! < 0)
      expect(whole.length).toBeGreaterThan(0.8 * candidates)
      const left = own.filter(([a]) => a! > 0).length
      expect(left).toBeGreaterThan(0.2 * candidates)
      expect(left).toBeLessThan(0.8 * candidates)
      return own.reduce((sum, [a]) => sum + Math.abs(a!), 0) / candidates
    })
    expect(Math.abs(sizesOf[0]! - width(-1))).toBeLessThan(0.1)
    expect(Math.abs(sizesOf[1]! - width(1))).toBeLessThan(0.1)
    expect((await diffusion.act(observations, count, 'exploit')).length).toBe(2 * count)
  })

  test('acts by parameters that are an average of those that it learns', async () => {
    const diffusion = await makeDiffusion({ averaging: 0.5 })
    const start = diffusion.save()
    expect(start.average).toEqual(start.parameters)
    await learnForks(diffusion, 1)
    const { parameters, average } = diffusion.save()
    const keep = 1 - 2 ** -0.75
    average!.forEach((value, i) => {
      expect(value).toBeCloseTo(keep * start.average![i]! + (1 - keep) * parameters![i]!, 6)
    })
  })

  test('says when it is to take more steps back than there are', async () => {
    await expect(makeDiffusion({ noiseSteps: 8, sampleSteps: 9 })).rejects.toThrow(
      '9 steps from noise to action, but only 8 from action to noise; type diffusion.sampleSteps=8',
    )
  })

  test('closes every session that it opened', async () => {
    const before = liveSessions()
    const diffusion = await createDiffusion({
      ...{ sizes, executor, random: randomStream(1, 'x') },
      settings: diffusionSettings.parse(small),
    })
    await diffusion.sample(Float32Array.of(0), 1, 2)
    await diffusion.sample(Float32Array.of(0, 1), 2, 1)
    await diffusion.sample(Float32Array.of(0), 1, 3)
    expect(liveSessions()).toBe(before + 3)
    await diffusion.dispose()
    expect(liveSessions()).toBe(before)
  })
})
