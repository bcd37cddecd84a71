import { expect, test } from 'vitest'
import { cpuExecutor } from '../../agents/tensor/executors/cpu.ts'
import { createRewardEnsemble } from '../../rewards/models/ensemble.ts'
import { ensembleDefaults } from '../../rewards/models/ensemble-settings.ts'
import { labelValue } from '../../rewards/preference/preference.ts'
import { choosePairs } from '../../rewards/queries/choose-pairs.ts'
import { disagreement } from '../../rewards/queries/disagreement.ts'
import { relabel } from '../../rewards/relabel.ts'
import { allEpisodes } from '../../rewards/segments/draw.ts'
import { EpisodeStore } from '../../rewards/segments/episode-store.ts'
import { LabelledPairs } from '../../rewards/segments/labelled-pairs.ts'
import { namedTeachers } from '../../rewards/teachers/named.ts'
import { scriptedTeacher } from '../../rewards/teachers/scripted.ts'
import { randomStream } from '../../sim/random.ts'
import { toyEpisodes, toySizes } from './models/toy-task.ts'

const sessions = 3

/** Query, answers, fit and relabelling, with these true rewards slipped into everything that the learning side is handed. */
async function learn(trueRewards: number) {
  const toy = toyEpisodes(1)
  const smuggled = { rewards: new Float32Array(100).fill(trueRewards), reward: trueRewards }
  const store = new EpisodeStore({ inputSize: toySizes.input, capacity: 10_000 })
  for (const episode of toy.store.episodes()) store.add({ ...episode, ...smuggled })

  const random = randomStream(1, 'pairs')
  const evidence = toy.evidence
  const teacher = scriptedTeacher({ name: 'oracle', parameters: namedTeachers.oracle, evidence, random })
  const model = await createRewardEnsemble({
    sizes: toySizes,
    settings: { ...ensembleDefaults, depth: 1, width: 16, batch: 8 },
    executor: cpuExecutor,
    random: randomStream(1, 'reward'),
  })
  const pairs = new LabelledPairs({ inputSize: toySizes.input, length: toySizes.length, heldOutShare: 0.1 })
  const common = { store, query: disagreement, predictor: model, length: toySizes.length, sources: allEpisodes, random }
  for (let session = 0; session < sessions; session++) {
    for (const [i, { first, second }] of (await choosePairs({ ...common, count: 8 })).entries()) {
      const { answer } = await teacher.answer({ first: first.ref, second: second.ref })
      const pair = { first: { ...first, ...smuggled }, second: { ...second, ...smuggled } }
      pairs.add(`${session}-${i}`, pair, labelValue(answer) ?? 0.5)
    }
    await model.fit(pairs.training(), store.statistics(), { atMost: { steps: 5 } })
  }
  const { rows, steps } = store.episodes()[0]!
  const readRows = (into: Float32Array) => into.set(rows)
  const { rewards } = await relabel({ model, bonus: 0.5, scale: 0.3, count: steps, readRows })
  const state = model.save()
  await model.dispose()
  return { rewards, state }
}

test('learning is the same bit for bit when the true rewards that it could find are not a number', async () => {
  const [plain, poisoned] = [await learn(1), await learn(Number.NaN)]
  expect(poisoned).toEqual(plain)
  expect(plain.rewards.every(Number.isFinite)).toBe(true)
})
