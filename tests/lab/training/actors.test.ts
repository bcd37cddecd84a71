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
  test('follows the policy up to one moment in each world and never after it', async () => {
    const policy = async () => new Float32Array(6).fill(0.5)
    const taken = await play(branchingActor(policy, { ...worlds, steps: 30 }, 4, randomStream(2, 'x')), 30)
    for (let world = 0; world < 3; world++) {
      const follows = taken.map((actions) => actions[2 * world] === 0.5 && actions[2 * world + 1] === 0.5)
      const moment = follows.indexOf(false)
      expect(follows.slice(moment === -1 ? 30 : moment)).not.toContain(true)
    }
    expect(taken.at(-1)).not.toEqual(Array(6).fill(0.5))
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
