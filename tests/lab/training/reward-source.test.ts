import { expect, test } from 'vitest'
import { trueReward } from '../../../lab/training/reward-source.ts'

test("the true reward is the task's own, brought to the order of one", async () => {
  const seen = { observations: new Float32Array(4), actions: new Float32Array(2) }
  const evidence = [{ rewards: Float32Array.of(10, 0, 2.5), terms: {} }]
  const round = { seeds: [1], seen: [seen], evidence, success: [false], successLast: [false] }
  const [rewards] = (await trueReward.of(round, 'policy'))!
  expect([...rewards!]).toEqual([1, 0, 0.25])
})
