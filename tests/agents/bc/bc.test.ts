import { afterEach, describe, expect, test } from 'vitest'
import { type Bc, createBc } from '../../../agents/bc/bc.ts'
import { bcSettings } from '../../../agents/bc/settings.ts'
import { fitInputs } from '../../../agents/normaliser.ts'
import { cpuExecutor } from '../../../agents/tensor/executors/cpu.ts'
import { type RandomStream, randomStream } from '../../../sim/random.ts'

const sizes = { observation: 1, action: 1 }
const settings = bcSettings.parse({ width: 32, batch: 64, learningRate: 3e-3 })

const open: Bc[] = []
afterEach(async () => {
  for (const bc of open.splice(0)) await bc.dispose()
})

async function makeBc(): Promise<Bc> {
  const bc = await createBc({ sizes, settings, executor: cpuExecutor, random: randomStream(1, 'bc') })
  open.push(bc)
  return bc
}

/** Observations between 900 and 1100; the action follows them, and varies by 0.1. */
const meant = (observation: number) => (observation - 1000) / 200

function fillData({ batch }: Bc, random: RandomStream): void {
  for (let row = 0; row < settings.batch; row++) {
    batch.observations[row] = random.uniform(900, 1100)
    batch.actions[row] = meant(batch.observations[row]!) + 0.1 * random.normal()
  }
}

const seen = Float32Array.from({ length: 41 }, (_, i) => 900 + 5 * i)

async function clone(bc: Bc, updates: number) {
  const random = randomStream(2, 'data')
  let report = {}
  for (let update = 0; update < updates; update++) {
    fillData(bc, random)
    report = await bc.update()
  }
  return report as Readonly<Record<string, number>>
}

/** Mean distance from what is meant: 0.25 when the action is always 0. */
async function missOf(bc: Bc): Promise<number> {
  const actions = await bc.act(seen, seen.length, 'exploit')
  return actions.reduce((sum, action, i) => sum + Math.abs(action - meant(seen[i]!)), 0) / seen.length
}

describe('Bc', () => {
  test('does as the data does, from observations far from order one, and varies as much', async () => {
    const bc = await makeBc()
    fitInputs(bc, seen)
    const { entropy } = await clone(bc, 600)
    expect(await missOf(bc)).toBeLessThan(0.05)
    expect(Math.exp(entropy! - 0.5 * Math.log(2 * Math.PI * Math.E))).toBeLessThan(0.2)
  })

  test('learns little from such observations as they are, so fitting the inputs means something', async () => {
    const bc = await makeBc()
    await clone(bc, 600)
    expect(await missOf(bc)).toBeGreaterThan(0.15)
  })

  test('counts decisions by their weights', async () => {
    const bc = await makeBc()
    for (let update = 0; update < 300; update++) {
      for (let row = 0; row < settings.batch; row++) {
        bc.batch.observations[row] = 0
        bc.batch.actions[row] = row % 2 === 0 ? 0.5 : -0.5
        bc.batch.weights[row] = row % 2 === 0 ? 2 : 0
      }
      await bc.update()
    }
    expect((await bc.act(Float32Array.of(0), 1, 'exploit'))[0]).toBeCloseTo(0.5, 1)
  })
})
