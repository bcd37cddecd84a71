import { describe, expect, test } from 'vitest'
import { ppoNetworks } from '../../../agents/ppo/networks.ts'
import { sampleSize, shuffled, writeSamples } from '../../../agents/ppo/samples.ts'
import { ppoSettings } from '../../../agents/ppo/settings.ts'
import { randomStream } from '../../../sim/random.ts'

describe('samples', () => {
  test('hold everything about a decision in one row', () => {
    const networks = ppoNetworks({ observation: 2, action: 1 }, ppoSettings.parse({}))
    const rows = new Float32Array(2 * sampleSize(networks))
    writeSamples(rows, networks, {
      observations: Float32Array.of(1, 2, 10, 20),
      actions: Float32Array.of(3, 30),
      logProbability: Float32Array.of(4, 40),
      advantages: Float32Array.of(5, 50),
      returns: Float32Array.of(6, 60),
    })
    expect([...rows]).toEqual([1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60])
  })

  test('come in a new order each time, each of them once', () => {
    const random = randomStream(1, 'order')
    const [first, second] = [shuffled(50, random), shuffled(50, random)]
    expect(first).not.toEqual(second)
    for (const order of [first, second]) expect([...order].sort((a, b) => a - b)).toEqual([...Array(50).keys()])
  })

  test('are as likely to stand first as any other', () => {
    const random = randomStream(2, 'order')
    const firsts = new Array<number>(5).fill(0)
    for (let i = 0; i < 2000; i++) firsts[shuffled(5, random)[0]!]!++
    for (const count of firsts) expect(Math.abs(count - 400)).toBeLessThan(90)
  })
})
