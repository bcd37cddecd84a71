import { expect, test } from 'vitest'
import { makeEnv } from '../../../envs/registry.ts'
import { evaluateSuite } from '../../../envs/suites/evaluate.ts'
import { suite } from '../../../envs/suites/suite.ts'
import { suiteEnv } from '../../../envs/suites/suite-env.ts'
import { liveWorlds } from '../../../sim/world.ts'

test('experts succeed on MT10, whoever stands still does not, and no world is left', async () => {
  const evaluate = (share: number) =>
    evaluateSuite({
      suite: suite('MT10'),
      split: 'train',
      seed: 1,
      goals: 2,
      make: async ({ task, index }) =>
        suiteEnv(await makeEnv(task, { physics: 'fast', horizon: 150 }), {
          goal: 'visible',
          oneHot: { index, count: 10 },
        }),
      policy: (env) => () => env.expert().map((value) => value * share),
    })
  const [expert, still] = [await evaluate(1), await evaluate(0)]
  expect(expert).toMatchObject({ suite: 'MT10', split: 'train', successAny: 1 })
  expect(expert.tasks.map(({ task }) => task)).toEqual(suite('MT10').train)
  expect(expert.tasks.every(({ episodes }) => episodes === 2)).toBe(true)
  expect(still.successAny).toBe(0)
  expect(still.tasks[0]!.meanReturn).toBeLessThan(expert.tasks[0]!.meanReturn)
  expect(liveWorlds()).toBe(0)
})

test('success at any step and at the last step are told apart', async () => {
  const score = await evaluateSuite({
    suite: suite('MT1/reach'),
    split: 'test',
    seed: 1,
    goals: 2,
    make: ({ task }) => makeEnv(task, { physics: 'fast', horizon: 200 }),
    // To the goal, then up and away.
    policy: (env) => {
      let steps = 0
      return () => (steps++ % 200 < 100 ? env.expert() : Float32Array.of(-1, -1, 1, 0))
    },
  })
  expect(score).toMatchObject({ successAny: 1, successLast: 0 })
})
