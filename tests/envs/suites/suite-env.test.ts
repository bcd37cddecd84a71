import { expect, test } from 'vitest'
import { checkEnv } from '../../../envs/check.ts'
import { makeEnv } from '../../../envs/registry.ts'
import { type SuiteObservation, suiteEnv } from '../../../envs/suites/suite-env.ts'
import { liveWorlds } from '../../../sim/world.ts'
import { startOtherProcess } from '../../support/other-process.ts'

async function reset(shown: SuiteObservation): Promise<Float32Array> {
  const env = suiteEnv(await makeEnv('push'), shown)
  const observation = env.reset({ seed: 3 }).observation.slice()
  env.dispose()
  return observation
}

test('a hidden goal is zeros in the observation and in its space, and nothing else changes', async () => {
  const [visible, hidden] = [await reset({ goal: 'visible' }), await reset({ goal: 'hidden' })]
  expect(Array.from(visible.slice(36))).not.toContain(0)
  expect(Array.from(hidden.slice(36))).toEqual([0, 0, 0])
  expect(hidden.slice(0, 36)).toEqual(visible.slice(0, 36))
})

test('a one-hot code stands behind the observation at every step', async () => {
  const env = suiteEnv(await makeEnv('push'), { goal: 'visible', oneHot: { index: 1, count: 10 } })
  const code = [0, 1, 0, 0, 0, 0, 0, 0, 0, 0]
  expect(env.observationSpace.shape).toEqual([49])
  expect(Array.from(env.reset({ seed: 1 }).observation.slice(39))).toEqual(code)
  for (let i = 0; i < 3; i++) expect(Array.from(env.step(env.expert()).observation.slice(39))).toEqual(code)
  env.dispose()
})

test('a place beyond the count is refused', async () => {
  const env = await makeEnv('push')
  expect(() => suiteEnv(env, { goal: 'visible', oneHot: { index: 10, count: 10 } })).toThrow(
    'the place of a task is a whole number from 0 to 9, found 10',
  )
  env.dispose()
})

test('it keeps the contract of environments', async () => {
  const other = startOtherProcess()
  const results = await checkEnv({
    make: async (options) =>
      suiteEnv(await makeEnv('push', { physics: 'fast', ...options }), {
        goal: 'hidden',
        oneHot: { index: 2, count: 5 },
      }),
    live: liveWorlds,
    elsewhere: (recording) => other.verify(recording),
  })
  await other.end()
  expect(results.filter(({ fault }) => fault !== undefined)).toEqual([])
  expect(liveWorlds()).toBe(0)
})
