import { expect, test } from 'vitest'
import { makeEnv } from '../../../envs/registry.ts'

/** Gymnasium's equation of motion, in steps so short that the way of integrating does not matter. */
function swung(angle: number, rate: number, torque: number, seconds: number): [angle: number, rate: number] {
  const pieces = 10_000
  const dt = seconds / pieces
  let [at, speed] = [angle, rate]
  for (let piece = 0; piece < pieces; piece++) {
    speed += (15 * Math.sin(at) + 3 * torque) * dt
    at += speed * dt
  }
  return [at, speed]
}

test("moves as Gymnasium's equation says, for half a second of constant torque", async () => {
  const env = await makeEnv('pendulum')
  for (const [seed, share] of [
    [1, 0.5],
    [2, -1],
    [3, 0],
  ] as const) {
    const [cos, sin, rate] = env.reset({ seed }).observation
    const [angle, speed] = swung(Math.atan2(sin!, cos!), rate!, 2 * share, 0.5)
    let seen = new Float32Array(3)
    for (let action = 0; action < 10; action++) seen = env.step(Float32Array.of(share)).observation.slice()
    expect(seen[0]).toBeCloseTo(Math.cos(angle), 1)
    expect(seen[1]).toBeCloseTo(Math.sin(angle), 1)
    expect(Math.abs(seen[2]! - speed)).toBeLessThan(0.3)
  }
  env.dispose()
})

test('pays the angle, a tenth of the speed and a thousandth of the torque, each squared', async () => {
  const env = await makeEnv('pendulum', { actionRepeat: 1 })
  env.reset({ seed: 5 })
  const { observation, reward, info } = env.step(Float32Array.of(0.5))
  const [cos, sin, rate] = observation
  const angle = Math.atan2(sin!, cos!)
  expect(reward).toBeCloseTo(-(angle ** 2 + 0.1 * rate! ** 2 + 0.001), 4)
  expect(info.terms.torque).toBeCloseTo(-1, 6)
  env.dispose()
})

test('is upright for a second before it has succeeded', async () => {
  const env = await makeEnv('pendulum', { actionRepeat: 1 })
  let step = env.reset({ seed: 101 })
  let upright = 0
  while (!step.info.success) {
    step = env.step(env.expert())
    const [cos, sin, rate] = step.observation
    upright = Math.abs(Math.atan2(sin!, cos!)) <= 0.2 && Math.abs(rate!) <= 0.5 ? upright + 1 : 0
  }
  expect(upright).toBe(80)
  env.dispose()
})
