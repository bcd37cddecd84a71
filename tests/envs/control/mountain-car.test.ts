import { expect, test } from 'vitest'
import type { Env } from '../../../envs/contract.ts'
import { makeEnv } from '../../../envs/registry.ts'

/** Actions until the flag; all of the horizon where it is not reached. */
function actionsToFlag(env: Env, act: () => number): number {
  let step = env.reset({ seed: 101 })
  let taken = 0
  while (!step.terminated && !step.truncated) {
    step = env.step(Float32Array.of(act()))
    taken++
  }
  expect(step.info.success).toBe(step.terminated)
  return taken
}

test('the motor is too weak to climb at once, either way, but not to swing out of the valley', async () => {
  const env = await makeEnv('mountain-car')
  expect(actionsToFlag(env, () => 1)).toBe(999)
  expect(actionsToFlag(env, () => -1)).toBe(999)
  expect(actionsToFlag(env, () => env.expert()[0]!)).toBeLessThan(250)
  env.dispose()
})

test('the flag pays 100, each action a tenth of its square', async () => {
  const env = await makeEnv('mountain-car')
  let step = env.reset({ seed: 102 })
  expect(env.step(Float32Array.of(0.5)).reward).toBeCloseTo(-0.025, 6)
  while (!step.terminated) step = env.step(env.expert())
  expect(step.reward).toBeCloseTo(99.9, 6)
  env.dispose()
})

test('without a push the car rolls to and fro, and loses little of its height', async () => {
  const env = await makeEnv('mountain-car')
  const start = env.reset({ seed: 3 }).observation[0]!
  const bottom = -Math.PI / 6
  let [highest, previous] = [0, 0]
  for (let step = 0; step < 900; step++) {
    const [x] = env.step(Float32Array.of(0)).observation
    previous = Math.max(previous, Math.abs(x! - bottom))
    if (step >= 600) highest = Math.max(highest, Math.abs(x! - bottom))
  }
  expect(previous).toBeLessThan(1.3 * Math.abs(start - bottom) + 0.01)
  expect(highest).toBeGreaterThan(0.7 * Math.abs(start - bottom))
  env.dispose()
})
