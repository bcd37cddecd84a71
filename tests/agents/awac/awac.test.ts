import { afterEach, describe, expect, test } from 'vitest'
import { type Awac, createAwac } from '../../../agents/awac/awac.ts'
import { awacNetworks } from '../../../agents/awac/networks.ts'
import { awacSettings } from '../../../agents/awac/settings.ts'
import { cpuExecutor } from '../../../agents/tensor/executors/cpu.ts'
import { joined } from '../../../agents/tensor/layout.ts'
import { randomStream } from '../../../sim/random.ts'
import { constantVector } from '../../support/constant-vector.ts'
import { offlineToy } from '../../support/toys/offline.ts'
import { lessons } from '../../support/toys/toys.ts'

const { sizes } = offlineToy
const told = { width: 8, actorDepth: 2, batch: 4, discount: 0.75 }
const networks = awacNetworks(sizes, awacSettings.parse(told))
const actorSize = networks.actor.layout.size

const open: Awac[] = []
afterEach(async () => {
  for (const awac of open.splice(0)) await awac.dispose()
})

async function makeAwac(input: object): Promise<Awac> {
  const settings = awacSettings.parse(input)
  const awac = await createAwac({ sizes, settings, executor: cpuExecutor, random: randomStream(1, 'awac') })
  open.push(awac)
  return awac
}

const study = (awac: Awac, rounds: number) => offlineToy.study(awac, { random: randomStream(1, 'data'), rounds })

describe('Awac', () => {
  test.each([
    [1, 1 + 0.75 * 6],
    [0, 1],
  ])('lets critics strive for the smaller target critic, where something follows (%i)', async (continues, y) => {
    const awac = await makeAwac(told)
    const saved = awac.save()
    const { layout } = networks.critics
    awac.load({
      ...saved,
      parameters: joined([saved.parameters!.subarray(0, actorSize), constantVector(layout, {})]),
      target: constantVector(layout, { 'critic/0/2/bias': 6, 'critic/1/2/bias': 7 }),
    })
    awac.batch.rewards.fill(1)
    awac.batch.continues.fill(continues)
    const report = await awac.update()
    expect(report['critic/loss']).toBeCloseTo(2 * y ** 2, 4)
    expect(report['actor/largest-weight']).toBeCloseTo(1, 5)
  })

  test("pulls the actor's parameters towards 0 and leaves the critics' alone", async () => {
    const [free, pulled] = [await makeAwac({ ...told, weightDecay: 0 }), await makeAwac({ ...told, weightDecay: 1 })]
    for (const awac of [free, pulled]) await study(awac, 20)
    const length = (awac: Awac) => Math.hypot(...awac.save().parameters!.subarray(0, actorSize))
    expect(length(pulled)).toBeLessThan(length(free))
    const once = [await makeAwac({ ...told, weightDecay: 0 }), await makeAwac({ ...told, weightDecay: 1 })]
    for (const awac of once) await study(awac, 1)
    const [critics, same] = once.map((awac) => awac.save().parameters!.subarray(actorSize))
    expect(same).toEqual(critics)
  })

  test('fails at its toy where all actions weigh the same, so that the bound there means something', async () => {
    const { settings, rounds } = lessons.awac
    const cloning = await makeAwac({ ...settings, temperature: 1e6 })
    await study(cloning, rounds)
    expect(await offlineToy.miss(cloning)).toBeGreaterThan(1)
  })
})
