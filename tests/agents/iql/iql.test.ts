import { afterEach, describe, expect, test } from 'vitest'
import { createIql, type Iql } from '../../../agents/iql/iql.ts'
import { iqlNetworks } from '../../../agents/iql/networks.ts'
import { iqlSettings } from '../../../agents/iql/settings.ts'
import { cpuExecutor } from '../../../agents/tensor/executors/cpu.ts'
import { joined } from '../../../agents/tensor/layout.ts'
import { randomStream } from '../../../sim/random.ts'
import { constantVector } from '../../support/constant-vector.ts'
import { offlineToy } from '../../support/toys/offline.ts'
import { lessons } from '../../support/toys/toys.ts'

const { sizes } = offlineToy
const told = { width: 8, batch: 4, discount: 0.75, beta: 0.5, actorDropout: 0 }
const networks = iqlNetworks(sizes, iqlSettings.parse(told))
const actorSize = networks.actor.layout.size

const open: Iql[] = []
afterEach(async () => {
  for (const iql of open.splice(0)) await iql.dispose()
})

async function makeIql(input: object): Promise<Iql> {
  const settings = iqlSettings.parse(input)
  const iql = await createIql({ sizes, settings, executor: cpuExecutor, random: randomStream(1, 'iql') })
  open.push(iql)
  return iql
}

/** Everywhere V is 4, both critics say 0, and the target critics 6 and 7. */
async function constantIql(): Promise<Iql> {
  const iql = await makeIql(told)
  const saved = iql.save()
  const parameters = joined([
    saved.parameters!.subarray(0, actorSize),
    constantVector(networks.value, { 'value/2/bias': 4 }),
    constantVector(networks.critics.layout, {}),
  ])
  const target = constantVector(networks.critics.layout, { 'critic/0/2/bias': 6, 'critic/1/2/bias': 7 })
  iql.load({ ...saved, parameters, target })
  iql.batch.rewards.fill(1)
  return iql
}

const study = (iql: Iql, rounds: number) => offlineToy.study(iql, { random: randomStream(1, 'data'), rounds })

describe('Iql', () => {
  test.each([
    [1, 1 + 0.75 * 4],
    [0, 1],
  ])('lets critics strive for the value of the next state, where something follows (%i)', async (continues, y) => {
    const iql = await constantIql()
    iql.batch.continues.fill(continues)
    expect((await iql.update())['critic/loss']).toBeCloseTo(2 * y ** 2, 4)
  })

  test('draws the value to the smaller target critic, and weighs actions by what they are better', async () => {
    const report = await (await constantIql()).update()
    expect(report['value/loss']).toBeCloseTo(0.7 * (6 - 4) ** 2, 4)
    expect(report['actor/weight']).toBeCloseTo(Math.exp(0.5 * (6 - 4)), 4)
  })

  test('stops moving the actor when its updates are over, and nothing else', async () => {
    const iql = await makeIql({ ...told, decayUpdates: 3 })
    await study(iql, 3)
    const then = iql.save().parameters!
    await study(iql, 2)
    const now = iql.save().parameters!
    expect(now.subarray(0, actorSize)).toEqual(then.subarray(0, actorSize))
    expect(now.subarray(actorSize)).not.toEqual(then.subarray(actorSize))
  })

  test('drops units of the actor only while it learns', async () => {
    const [plain, dropping] = [await makeIql(told), await makeIql({ ...told, actorDropout: 0.5 })]
    const observations = Float32Array.of(0.5, -0.5)
    expect(await dropping.act(observations, 1, 'exploit')).toEqual(await plain.act(observations, 1, 'exploit'))
    for (const iql of [plain, dropping]) await study(iql, 1)
    const [, other] = [plain.save().parameters!, dropping.save().parameters!]
    expect(other.subarray(0, actorSize)).not.toEqual(plain.save().parameters!.subarray(0, actorSize))
    expect(other.subarray(actorSize)).toEqual(plain.save().parameters!.subarray(actorSize))
  })

  test('fails at its toy where all actions weigh the same, so that the bound there means something', async () => {
    const { settings, rounds } = lessons.iql
    const cloning = await makeIql({ ...settings, beta: 0 })
    await study(cloning, rounds)
    expect(await offlineToy.miss(cloning)).toBeGreaterThan(1)
  })
})
