import { afterEach, describe, expect, test } from 'vitest'
import { td3Networks } from '../../../agents/td3/networks.ts'
import { td3Settings } from '../../../agents/td3/settings.ts'
import { createTd3, type Td3 } from '../../../agents/td3/td3.ts'
import { cpuExecutor } from '../../../agents/tensor/executors/cpu.ts'
import { randomStream } from '../../../sim/random.ts'
import { constantVector } from '../../support/constant-vector.ts'
import { offPolicyToy } from '../../support/toys/off-policy.ts'

const settings = td3Settings.parse({ width: 8, batch: 4, discount: 0.75, tau: 0.25, delay: 2 })
const { sizes } = offPolicyToy
const { layout } = td3Networks(sizes, settings).critics

const open: Td3[] = []
afterEach(async () => {
  for (const td3 of open.splice(0)) await td3.dispose()
})

async function makeTd3(): Promise<Td3> {
  const td3 = await createTd3({ sizes, settings, executor: cpuExecutor, random: randomStream(1, 'td3') })
  open.push(td3)
  return td3
}

const study = (td3: Td3, rounds: number) => offPolicyToy.study(td3, { random: randomStream(1, 'data'), rounds })

describe('Td3', () => {
  test.each([
    ['1 + 0.75 * 3', 'goes on', 1, 1 + 0.75 * 3],
    ['1', 'ends', 0, 1],
  ])('strives for %s where the reward is 1, the target critics say 3 and 8, and it %s', async (_, __, continues, y) => {
    const td3 = await makeTd3()
    const criticTarget = constantVector(layout, { 'critic/0/2/bias': 3, 'critic/1/2/bias': 8 })
    td3.load({ ...td3.save(), critic: constantVector(layout, {}), criticTarget })
    td3.batch.rewards.fill(1)
    td3.batch.continues.fill(continues)
    const report = await td3.update()
    expect(report['critic/loss']).toBeCloseTo(2 * y ** 2, 4)
  })

  test('moves the actor and all targets at every second update alone, and the critics at each', async () => {
    const td3 = await makeTd3()
    const start = td3.save()
    await study(td3, 1)
    const once = td3.save()
    expect(once.critic).not.toEqual(start.critic)
    for (const name of ['actor', 'actorTarget', 'criticTarget']) expect(once[name], name).toEqual(start[name])
    await study(td3, 1)
    const twice = td3.save()
    for (const name of ['actor', 'actorTarget', 'criticTarget']) expect(twice[name], name).not.toEqual(start[name])
    expect([...twice.actorStep!, ...twice.step!]).toEqual([1, 2])
  })

  test('lets the targets follow by their share', async () => {
    const td3 = await makeTd3()
    const start = td3.save()
    await study(td3, 2)
    const { actor, actorTarget, critic, criticTarget } = td3.save()
    actorTarget!.forEach((value, i) => {
      expect(value).toBeCloseTo(0.75 * start.actor![i]! + 0.25 * actor![i]!, 5)
    })
    criticTarget!.forEach((value, i) => {
      expect(value).toBeCloseTo(0.75 * start.critic![i]! + 0.25 * critic![i]!, 5)
    })
  })

  test('explores with noise of the deviation that it is told', async () => {
    const td3 = await makeTd3()
    const observations = new Float32Array(2 * 2000)
    const best = (await td3.act(observations, 2000, 'exploit'))[0]!
    const tried = await td3.act(observations, 2000, 'explore')
    const spread = Math.sqrt(tried.reduce((sum, action) => sum + (action - best) ** 2, 0) / tried.length)
    expect(spread).toBeGreaterThan(0.09)
    expect(spread).toBeLessThan(0.11)
  })
})
