import { describe, expect, test } from 'vitest'
import { branchingActor, heldRandomActor, stumblingActor } from '../../../lab/training/actors.ts'
import { randomStream } from '../../../sim/random.ts'

const worlds = { count: 3, actionSize: 2 }
const nothing = new Float32Array(0)

async function play(actor: (observations: Float32Array, step: number) => Promise<Float32Array>, steps: number) {
  const taken: number[][] = []
  for (let step = 0; step < steps; step++) taken.push([...(await actor(nothing, step))])
  return taken
}

describe('heldRandomActor', () => {
  test('holds each action for at most the given number of decisions and stays inside the action space', async () => {
    const taken = await play(heldRandomActor(worlds, 4, randomStream(1, 'x')), 200)
    let run = 1
    for (let step = 1; step < taken.length; step++) {
      run = taken[step]![0] === taken[step - 1]![0] ? run + 1 : 1
      expect(run).toBeLessThanOrEqual(4)
    }
    expect(taken.flat().every((value) => value >= -1 && value < 1)).toBe(true)
    expect(new Set(taken.map(([value]) => value)).size).toBeGreaterThan(40)
  })
})

describe('branchingActor', () => {
  test('makes every second world the twin of the one before it up to their moment, and never after it', async () => {
    let noise = 0
    const policy = async () => Float32Array.from({ length: 8 }, () => 0.01 * noise++)
    const four = { count: 4, actionSize: 2 }
    const taken = await play(branchingActor(policy, four, { hold: 3, moments: [5, 12] }, randomStream(2, 'x')), 20)
    const alike = (pair: number) =>
      taken.map((actions) => {
        const of = (world: number) => actions.slice(2 * world, 2 * world + 2).join()
        return of(2 * pair) === of(2 * pair + 1)
      })
    expect(alike(0)).toEqual(taken.map((_, step) => step < 5))
    expect(alike(1)).toEqual(taken.map((_, step) => step < 12))
  })

  test('adds offsets inside the action space to what the policy does', async () => {
    const policy = async () => new Float32Array(6).fill(0.5)
    const actor = branchingActor(policy, worlds, { hold: 3, moments: [0, 0] }, randomStream(2, 'x'))
    const offsets = (await play(actor, 50)).flat().map((value) => value - 0.5)
    expect(offsets.every((offset) => offset >= -1.0001 && offset < 1.0001)).toBe(true)
    expect(new Set(offsets).size).toBeGreaterThan(50)
  })
})

describe('stumblingActor', () => {
  const skilled = async () => new Float32Array(6).fill(0.25)
  const share = async (stumble: number) => {
    const taken = await play(stumblingActor(skilled, worlds, { hold: 4, stumble }, randomStream(3, 'x')), 400)
    return taken.flat().filter((value) => value !== 0.25).length / (400 * 6)
  }

  test('does what the skilled hand does when it never stumbles', async () => {
    expect(await share(0)).toBe(0)
  })

  test('stumbles for a while, now and then', async () => {
    // Chance p at each free decision, then 2.5 decisions on average.
    expect(await share(0.1)).toBeGreaterThan(0.1)
    expect(await share(0.1)).toBeLessThan(0.35)
  })
})
