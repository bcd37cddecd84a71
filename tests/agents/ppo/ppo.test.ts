import { afterEach, describe, expect, test } from 'vitest'
import type { Rollout } from '../../../agents/contract.ts'
import { createPpo, type Ppo } from '../../../agents/ppo/ppo.ts'
import { type PpoSettings, ppoSettings } from '../../../agents/ppo/settings.ts'
import { cpuExecutor } from '../../../agents/tensor/executors/cpu.ts'
import { liveSessions } from '../../../agents/tensor/executors/live-sessions.ts'
import { type RandomStream, randomStream } from '../../../sim/random.ts'

const sizes = { observation: 2, action: 2 }
const toySettings: Partial<PpoSettings> = {
  width: 16,
  batch: 128,
  epochs: 10,
  learningRate: 3e-3,
  initialDeviation: 0.5,
}
const [episodes, steps] = [32, 8]

const open: Ppo[] = []
afterEach(async () => {
  for (const ppo of open.splice(0)) await ppo.dispose()
})

async function makePpo(
  settings: Partial<PpoSettings> = {},
  random: RandomStream = randomStream(1, 'ppo'),
): Promise<Ppo> {
  const all = ppoSettings.parse({ ...toySettings, ...settings })
  const ppo = await createPpo({ sizes, settings: all, executor: cpuExecutor, random })
  open.push(ppo)
  return ppo
}

type Judge = (observation: Float32Array, action: Float32Array) => number

/** Observations lie between 90 and 110; the best action follows how far they are from 100. */
const best = (observation: number) => (observation - 100) / 20
const nearBest: Judge = (observation, action) =>
  -action.reduce((sum, a, i) => sum + (a - best(observation[i]!)) ** 2, 0)

async function toyRollout(ppo: Ppo, random: RandomStream, judge: Judge = nearBest): Promise<Rollout> {
  const observations = Float32Array.from({ length: episodes * (steps + 1) * 2 }, () => random.uniform(90, 110))
  const actions = new Float32Array(episodes * steps * 2)
  const rewards = new Float32Array(episodes * steps)
  for (let episode = 0; episode < episodes; episode++) {
    const from = observations.subarray(episode * (steps + 1) * 2)
    const chosen = await ppo.act(from, steps, 'explore')
    actions.set(chosen, episode * steps * 2)
    for (let step = 0; step < steps; step++) {
      const [here, there] = [2 * step, 2 * step + 2]
      rewards[episode * steps + step] = judge(from.subarray(here, there), chosen.subarray(here, there))
    }
  }
  return { episodes, steps, observations, actions, rewards }
}

async function learnToy(ppo: Ppo, random: RandomStream, rollouts: number, judge?: Judge) {
  let report = {}
  for (let i = 0; i < rollouts; i++) report = await ppo.learn(await toyRollout(ppo, random, judge))
  return report as Readonly<Record<string, number>>
}

/** Mean distance from the best action, for each dimension: 0.25 when the action is always 0. */
async function toyError(ppo: Ppo): Promise<number> {
  const random = randomStream(7, 'toy evaluation')
  const observations = Float32Array.from({ length: 128 }, () => random.uniform(90, 110))
  const actions = await ppo.act(observations, 64, 'exploit')
  return actions.reduce((sum, action, i) => sum + Math.abs(action - best(observations[i]!)), 0) / actions.length
}

describe('Ppo', () => {
  test('learns within seconds to act where reward is highest, from observations far from order one', async () => {
    const ppo = await makePpo()
    expect(await toyError(ppo)).toBeGreaterThan(0.2)
    await learnToy(ppo, randomStream(2, 'toy'), 20)
    expect(await toyError(ppo)).toBeLessThan(0.07)
  })

  test('does not learn the toy when rewards are drawn at random, so the bound above means something', async () => {
    const ppo = await makePpo()
    const random = randomStream(3, 'rewards')
    await learnToy(ppo, randomStream(2, 'toy'), 20, () => random.uniform(-1, 0))
    expect(await toyError(ppo)).toBeGreaterThan(0.15)
  })

  test('does not learn the toy from observations as given, so normalising them means something', async () => {
    const ppo = await makePpo({ observations: 'as-given' })
    await learnToy(ppo, randomStream(2, 'toy'), 20)
    expect(await toyError(ppo)).toBeGreaterThan(0.15)
  })

  test('learns the same from rewards a thousand times as large once they are scaled', async () => {
    const large: Judge = (observation, action) => 1000 * nearBest(observation, action)
    const [plain, scaled] = [await makePpo({ rewards: 'scaled' }), await makePpo({ rewards: 'scaled' })]
    await learnToy(plain, randomStream(2, 'toy'), 2)
    await learnToy(scaled, randomStream(2, 'toy'), 2, large)
    const expected = plain.save().parameters!
    scaled.save().parameters!.forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i]!, 3)
    })
  })

  test('keeps to the policy that it had while nothing is learned: the divergence of its own actions is 0', async () => {
    const ppo = await makePpo({ learningRate: 1e-12, epochs: 1, initialDeviation: 0.3 })
    const { divergence, clipped } = await learnToy(ppo, randomStream(2, 'toy'), 2)
    expect(divergence).toBeCloseTo(0, 6)
    expect(clipped).toBe(0)
  })

  test('ends its passes early once the policy has moved too far', async () => {
    const [free, held] = [
      await makePpo({ learningRate: 0.03 }),
      await makePpo({ learningRate: 0.03, targetDivergence: 1e-4 }),
    ]
    await learnToy(free, randomStream(2, 'toy'), 1)
    await learnToy(held, randomStream(2, 'toy'), 1)
    expect(free.updates).toBe(20)
    expect(held.updates).toBe(2)
  })

  test('lowers its step size to nothing over the rollouts that it is given', async () => {
    const ppo = await makePpo({ decayRollouts: 2 })
    const random = randomStream(2, 'toy')
    await learnToy(ppo, random, 2)
    const { parameters } = ppo.save()
    await learnToy(ppo, random, 1)
    expect(ppo.save().parameters).toEqual(parameters)
  })

  test('never lets the noise fall below its least deviation', async () => {
    const ppo = await makePpo({ leastDeviation: 0.5 })
    const { entropy } = await learnToy(ppo, randomStream(2, 'toy'), 5)
    expect(entropy).toBeGreaterThan(2 * (Math.log(0.5) + 0.5 * Math.log(2 * Math.PI * Math.E)) - 1e-4)
    const free = await makePpo()
    expect((await learnToy(free, randomStream(2, 'toy'), 5)).entropy).toBeLessThan(entropy!)
  })

  test('goes on bit for bit after saving and loading', async () => {
    const streams = [randomStream(1, 'ppo'), randomStream(2, 'ppo')] as const
    const toys = [randomStream(3, 'toy'), randomStream(4, 'toy')] as const
    const through = await makePpo({ rewards: 'scaled', decayRollouts: 9 }, streams[0])
    const resumed = await makePpo({ rewards: 'scaled', decayRollouts: 9 }, streams[1])
    await learnToy(through, toys[0], 2)
    resumed.load(through.save())
    streams[1].restore(streams[0].state())
    toys[1].restore(toys[0].state())
    await learnToy(through, toys[0], 2)
    await learnToy(resumed, toys[1], 2)
    expect(resumed.save()).toEqual(through.save())
  })

  test('names the loss that is no number', async () => {
    const ppo = await makePpo()
    const rollout = await toyRollout(ppo, randomStream(2, 'toy'))
    rollout.rewards[3] = Number.NaN
    await expect(ppo.learn(rollout)).rejects.toThrow(/ppo: policy\/loss is NaN at update 2/)
  })

  test('says what is wrong with a rollout that does not fit', async () => {
    const ppo = await makePpo()
    const rollout = await toyRollout(ppo, randomStream(2, 'toy'))
    await expect(ppo.learn({ ...rollout, steps: 7 })).rejects.toThrow(
      'a rollout of 32 episodes of 7 decisions has 512 observations, found 576 numbers',
    )
    const short = { episodes: 1, steps: 2, observations: new Float32Array(6), actions: new Float32Array(4) }
    await expect(ppo.learn({ ...short, rewards: new Float32Array(2) })).rejects.toThrow(
      'a rollout of 1 episodes of 2 decisions is smaller than one batch of 128; gather more, or type ppo.batch=2',
    )
  })

  test('closes every session that it opened', async () => {
    const before = liveSessions()
    const settings = ppoSettings.parse(toySettings)
    const ppo = await createPpo({ sizes, settings, executor: cpuExecutor, random: randomStream(1, 'ppo') })
    await learnToy(ppo, randomStream(2, 'toy'), 1)
    expect(liveSessions()).toBe(before + 3)
    await ppo.dispose()
    expect(liveSessions()).toBe(before)
  })
})
