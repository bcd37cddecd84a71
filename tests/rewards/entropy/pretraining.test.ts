// Pretraining on a toy: a cart whose driver is paid for getting where it has not been leaves the place where all carts
// start, and one that is paid for company stays.

import { expect, test } from 'vitest'
import { ReplayBuffer } from '../../../agents/replay-buffer.ts'
import { createSac } from '../../../agents/sac/sac.ts'
import { sacSettings } from '../../../agents/sac/settings.ts'
import { cpuExecutor } from '../../../agents/tensor/executors/cpu.ts'
import { freshMoments } from '../../../rewards/entropy/running-moments.ts'
import { stateEntropy } from '../../../rewards/entropy/state-entropy.ts'
import { randomStream } from '../../../sim/random.ts'
import { cartSizes, driveCart } from '../../support/toys/cart.ts'

const STEPS = 15
const EPISODES = 100
const start = { position: 0, velocity: 0 }

/** How far from its start a cart ends, on average over its last steps. @param sign of the entropy that it is paid */
async function reach(sign: number): Promise<number> {
  const random = randomStream(4, 'carts')
  const buffer = new ReplayBuffer({ observationSize: 2, actionSize: 1, episodeSteps: STEPS, capacity: EPISODES })
  for (let episode = 0; episode < EPISODES; episode++) {
    buffer.add(await driveCart(start, STEPS, () => random.uniform(-1, 1)))
  }
  const settings = sacSettings.parse({ depth: 2, width: 32, batch: 64, learningRate: 2e-3, discount: 0.9, tau: 0.05 })
  const sac = await createSac({ sizes: cartSizes, settings, executor: cpuExecutor, random })
  const options = { size: 2, neighbours: 5, moments: freshMoments() }
  for (let update = 0; update < 400; update++) {
    buffer.sample(sac.batch, sac.batchSize, random)
    const { scaled } = stateEntropy(sac.batch.nextObservations, buffer.observations.subarray(0, 1000), options)
    sac.batch.rewards.set(scaled.map((reward) => sign * reward))
    await sac.update()
  }
  const driven = await driveCart(
    start,
    30,
    async ({ position, velocity }) => (await sac.act(Float32Array.of(position, velocity), 1, 'exploit'))[0]!,
  )
  await sac.dispose()
  const positions = Array.from({ length: 10 }, (_, i) => Math.abs(driven.observations[2 * (21 + i)]!))
  return positions.reduce((sum, position) => sum + position, 0) / positions.length
}

test('a cart that is paid for entropy goes where few have been; one that pays for it does not', {
  timeout: 60_000,
}, async () => {
  expect(await reach(1)).toBeGreaterThan(1)
  expect(await reach(-1)).toBeLessThan(0.5)
})
