import { InferenceSession, Tensor } from 'onnxruntime-node'
import { afterEach, describe, expect, test } from 'vitest'
import { createSac, type Sac } from '../../../agents/sac/sac.ts'
import { cpuExecutor } from '../../../agents/tensor/executors/cpu.ts'
import { eagerExecutor } from '../../../agents/tensor/executors/eager.ts'
import { liveSessions } from '../../../agents/tensor/executors/live-sessions.ts'
import type { Executor } from '../../../agents/tensor/program.ts'
import { type RandomStream, randomStream } from '../../../sim/random.ts'

const settings = {
  depth: 2,
  width: 32,
  batch: 64,
  learningRate: 3e-3,
  discount: 0.5,
  tau: 0.05,
  entropyPerAction: -2,
  initialTemperature: 0.1,
  criticLayerNorm: true,
}
const sizes = { observation: 2, action: 2 }

const open: Sac[] = []
afterEach(async () => {
  for (const sac of open.splice(0)) await sac.dispose()
})

async function makeSac(random: RandomStream, executor: Executor = cpuExecutor): Promise<Sac> {
  const sac = await createSac({ sizes, settings, executor, random })
  open.push(sac)
  return sac
}

/** One step of a toy: the nearer the action is to the observation, the better. */
function fillToy({ batch }: Sac, random: RandomStream): void {
  for (const values of [batch.observations, batch.nextObservations, batch.actions])
    for (let i = 0; i < values.length; i++) values[i] = random.uniform(-0.8, 0.8)
  for (let row = 0; row < batch.rewards.length; row++) {
    const miss = [0, 1].map((i) => batch.actions[2 * row + i]! - batch.observations[2 * row + i]!)
    batch.rewards[row] = -(miss[0]! ** 2) - miss[1]! ** 2
  }
}

async function learnToy(sac: Sac, random: RandomStream, updates: number): Promise<void> {
  for (let update = 0; update < updates; update++) {
    fillToy(sac, random)
    await sac.update()
  }
}

/** Mean distance of action and observation, per dimension; 0.4 when actions have nothing to do with it. */
async function toyError(sac: Sac): Promise<number> {
  const random = randomStream(7, 'toy evaluation')
  const observations = Float32Array.from({ length: 128 }, () => random.uniform(-0.8, 0.8))
  const actions = await sac.act(observations, 64, 'exploit')
  return actions.reduce((sum, action, i) => sum + Math.abs(action - observations[i]!), 0) / actions.length
}

describe('Sac', () => {
  test('learns within seconds to act where reward is highest', async () => {
    const sac = await makeSac(randomStream(1, 'sac'))
    expect(await toyError(sac)).toBeGreaterThan(0.3)
    await learnToy(sac, randomStream(2, 'toy'), 600)
    expect(await toyError(sac)).toBeLessThan(0.1)
  })

  test('does not learn the toy when rewards are drawn at random, so the bound above means something', async () => {
    const sac = await makeSac(randomStream(1, 'sac'))
    const random = randomStream(2, 'toy')
    for (let update = 0; update < 600; update++) {
      fillToy(sac, random)
      for (let row = 0; row < sac.batch.rewards.length; row++) sac.batch.rewards[row] = random.uniform(-1, 0)
      await sac.update()
    }
    expect(await toyError(sac)).toBeGreaterThan(0.2)
  })

  test('goes on bit for bit after saving and loading', async () => {
    const [streams, toys] = [
      [1, 1],
      [2, 2],
    ].map(([a, b]) => [randomStream(a!, 'x'), randomStream(b!, 'x')] as const)
    const [through, resumed] = [await makeSac(streams![0]), await makeSac(streams![1])]
    await learnToy(through, toys![0], 5)
    resumed.load(through.save())
    streams![1].restore(streams![0].state())
    toys![1].restore(toys![0].state())
    await learnToy(through, toys![0], 5)
    await learnToy(resumed, toys![1], 5)
    expect(resumed.save()).toEqual(through.save())
  })

  test('gives the same update compiled and eager', async () => {
    const [compiled, eager] = [await makeSac(randomStream(3, 'x')), await makeSac(randomStream(3, 'x'), eagerExecutor)]
    await learnToy(compiled, randomStream(4, 'toy'), 3)
    await learnToy(eager, randomStream(4, 'toy'), 3)
    const expected = eager.save()
    for (const [name, values] of Object.entries(compiled.save()))
      for (let i = 0; i < values.length; i++) expect(values[i]).toBeCloseTo(expected[name]![i]!, 4)
  })

  test('explores with noise and exploits without', async () => {
    const sac = await makeSac(randomStream(1, 'sac'))
    const here = new Float32Array(2)
    const take = async (mode: 'explore' | 'exploit') => [...(await sac.act(here, 1, mode))]
    expect(await take('exploit')).toEqual(await take('exploit'))
    expect(await take('explore')).not.toEqual(await take('explore'))
  })

  test('exports a policy that any ONNX runtime acts with as it does itself', async () => {
    const sac = await makeSac(randomStream(1, 'sac'))
    const session = await InferenceSession.create(sac.exportPolicy())
    const seen = Float32Array.of(0.3, -0.7)
    const { action } = await session.run({ observation: new Tensor('float32', seen, [1, 2]) })
    await session.release()
    const own = await sac.act(seen, 1, 'exploit')
    expect(own[0]).not.toBeCloseTo(0, 4)
    ;[0, 1].forEach((i) => {
      expect(action!.data[i]).toBeCloseTo(own[i]!, 6)
    })
  })

  test('names what a saved learner lacks', async () => {
    const sac = await makeSac(randomStream(1, 'sac'))
    const { target: _, ...rest } = sac.save()
    expect(() => sac.load(rest)).toThrow("saved learner lacks 'target'; found parameters, first, second, step")
  })

  test('closes every session that it opened', async () => {
    const before = liveSessions()
    const sac = await createSac({ sizes, settings, executor: cpuExecutor, random: randomStream(1, 'sac') })
    await sac.act(new Float32Array(8), 4, 'explore')
    await sac.act(new Float32Array(8), 4, 'exploit')
    expect(liveSessions()).toBe(before + 3)
    await sac.dispose()
    expect(liveSessions()).toBe(before)
  })
})
