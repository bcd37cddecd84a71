import { InferenceSession, Tensor } from 'onnxruntime-node'
import { expect, test } from 'vitest'
import { learners } from '../../agents/learners.ts'
import { sacSettings } from '../../agents/sac/settings.ts'
import { cpuExecutor } from '../../agents/tensor/executors/cpu.ts'
import { createStore } from '../../agents/tensor/store.ts'
import { viewOf } from '../../agents/viewing-policy.ts'
import { makeEnv } from '../../envs/registry.ts'
import { views } from '../../envs/views/views.ts'
import { randomStream } from '../../sim/random.ts'

const OBSERVATION = 39

/** Observations as a task gives them: of one episode with random actions. */
async function someObservations(count: number): Promise<Float32Array> {
  const env = await makeEnv('assembly', { horizon: count })
  const random = randomStream(7, 'actions')
  const rows = new Float32Array(count * OBSERVATION)
  rows.set(env.reset({ seed: 3 }).observation)
  for (let row = 1; row < count; row++) {
    const action = Float32Array.from({ length: 4 }, () => random.uniform(-1, 1))
    rows.set(env.step(action).observation, row * OBSERVATION)
  }
  env.dispose()
  return rows
}

test.each(Object.values(views))('an exported policy sees the observation through the $id view', async (view) => {
  const size = view.size(OBSERVATION)
  const learner = await learners.sac.create({
    sizes: { observation: size, action: 4 },
    settings: sacSettings.parse({ depth: 2, width: 32, batch: 8 }),
    executor: cpuExecutor,
    random: randomStream(1, 'learner'),
  })
  const count = 50
  const observations = await someObservations(count)
  const seen = new Float32Array(count * size)
  view.apply(observations, count, OBSERVATION, seen)
  const expected = await learner.act(seen, count, 'exploit')

  const session = await InferenceSession.create(learner.exportPolicy({ through: view.recipe(OBSERVATION) }))
  const { action } = await session.run({ observation: new Tensor('float32', observations, [count, OBSERVATION]) })
  expect(action!.dims).toEqual([count, 4])
  const furthest = Math.max(...expected.map((value, i) => Math.abs(value - (action!.data[i] as number))))
  expect(furthest).toBeLessThan(1e-5)
  expect(new Set(expected).size).toBeGreaterThan(count)
  await session.release()
  await learner.dispose()
})

test('a view in a program is that of its recipe to the last digit, so that a learner may divide by tiny deviations', async () => {
  const recipe = views.relative.recipe(OBSERVATION)
  const [count, size] = [50, views.relative.size(OBSERVATION)]
  const observations = await someObservations(count)
  const expected = new Float32Array(count * size)
  views.relative.apply(observations, count, OBSERVATION, expected)
  const program = await cpuExecutor.compile(
    {
      name: 'test/view',
      inputs: { observation: [count, OBSERVATION] },
      state: {},
      define: ({ observation }) => ({ outputs: { view: viewOf(recipe, observation) } }),
    },
    createStore({}),
  )
  program.inputs.observation.set(observations)
  const view = (await program.run()).view!
  for (let i = 0; i < view.length; i++) {
    // Lengths are sums of squares, whose order is the runtime's.
    if (i % size < recipe.differences.length) expect(view[i]).toBe(expected[i])
    else expect(view[i]).toBeCloseTo(expected[i]!, 5)
  }
  await program.dispose()
})
