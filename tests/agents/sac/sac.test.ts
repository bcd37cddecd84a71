import { afterEach, describe, expect, test } from 'vitest'
import { sacNetworks } from '../../../agents/sac/networks.ts'
import { createSac, type Sac } from '../../../agents/sac/sac.ts'
import { sacSettings } from '../../../agents/sac/settings.ts'
import { cpuExecutor } from '../../../agents/tensor/executors/cpu.ts'
import { joined } from '../../../agents/tensor/layout.ts'
import { randomStream } from '../../../sim/random.ts'
import { constantVector } from '../../support/constant-vector.ts'
import { offPolicyToy } from '../../support/toys/off-policy.ts'
import { lessons } from '../../support/toys/toys.ts'

const { sizes } = offPolicyToy
const told = { depth: 2, width: 8, batch: 4, discount: 0.75, initialTemperature: 0.5 }

const open: Sac[] = []
afterEach(async () => {
  for (const sac of open.splice(0)) await sac.dispose()
})

async function makeSac(input: object): Promise<Sac> {
  const settings = sacSettings.parse(input)
  const sac = await createSac({ sizes, settings, executor: cpuExecutor, random: randomStream(1, 'sac') })
  open.push(sac)
  return sac
}

const study = (sac: Sac, rounds: number) => offPolicyToy.study(sac, { random: randomStream(1, 'data'), rounds })

describe('Sac', () => {
  test('forgets its values and nothing else: new critics, their target and moments; the actor acts as before', async () => {
    const sac = await makeSac(told)
    await study(sac, 5)
    const { actor } = sacNetworks(sizes, sacSettings.parse(told))
    const before = sac.save()
    const observations = Float32Array.of(0.3, -0.2)
    const action = [...(await sac.act(observations, 1, 'exploit'))]
    sac.forgetValues?.()
    const after = sac.save()
    expect([...(await sac.act(observations, 1, 'exploit'))]).toEqual(action)
    const [kept, critic] = [actor.size + 1, after.target!.length]
    expect(after.parameters!.subarray(0, kept)).toEqual(before.parameters!.subarray(0, kept))
    expect(after.parameters!.subarray(kept)).not.toEqual(before.parameters!.subarray(kept))
    expect(after.target).toEqual(after.parameters!.subarray(kept))
    for (const moments of ['first', 'second']) {
      expect(after[moments]!.subarray(0, kept)).toEqual(before[moments]!.subarray(0, kept))
      expect(after[moments]!.subarray(kept)).toEqual(new Float32Array(critic))
    }
    expect(after.step).toEqual(before.step)
  })

  test('strives for the smaller target critic and pays for entropy, where something follows', async () => {
    const { actor, critics } = sacNetworks(sizes, sacSettings.parse(told))
    const worth = async (continues: number, temperature: number) => {
      const sac = await makeSac(told)
      const own = constantVector(actor, {})
      const parameters = joined([own, Float32Array.of(Math.log(temperature)), constantVector(critics.layout, {})])
      const target = constantVector(critics.layout, { 'critic/0/2/bias': 3, 'critic/1/2/bias': 8 })
      sac.load({ ...sac.save(), parameters, target })
      sac.batch.rewards.fill(1)
      sac.batch.continues.fill(continues)
      return (await sac.update())['critic/loss']!
    }
    expect(await worth(0, 0.5)).toBeCloseTo(2, 5)
    expect(await worth(1, 1e-9)).toBeCloseTo(2 * (1 + 0.75 * 3) ** 2, 4)
    expect(await worth(1, 0.5)).not.toBeCloseTo(2 * (1 + 0.75 * 3) ** 2, 1)
  })

  test('steers entropy to what is asked for each dimension of the action', async () => {
    const temperatureAfter = async (entropyPerAction: number) => {
      const sac = await makeSac({ ...told, entropyPerAction, learningRate: 0.01 })
      await study(sac, 20)
      return (await sac.update()).temperature!
    }
    expect(await temperatureAfter(5)).toBeGreaterThan(0.5)
    expect(await temperatureAfter(-5)).toBeLessThan(0.5)
  })

  test('does not learn its toy when rewards are drawn at random, so that the bound there means something', async () => {
    const { settings, rounds, bound } = lessons.sac
    const sac = await makeSac(settings)
    const random = randomStream(2, 'rewards')
    const update = sac.update.bind(sac)
    sac.update = () => {
      for (let row = 0; row < sac.batchSize; row++) sac.batch.rewards[row] = random.uniform(-1, 0)
      return update()
    }
    await study(sac, rounds)
    expect(await offPolicyToy.miss(sac)).toBeGreaterThan(2 * bound)
  })
})
