import { expect, test } from 'vitest'
import { choosePairs, type PreferencePredictor } from '../../../rewards/queries/choose-pairs.ts'
import { disagreement } from '../../../rewards/queries/disagreement.ts'
import { uniform } from '../../../rewards/queries/uniform.ts'
import { allEpisodes } from '../../../rewards/segments/draw.ts'
import { EpisodeStore } from '../../../rewards/segments/episode-store.ts'
import { randomStream } from '../../../sim/random.ts'

function filledStore(): EpisodeStore {
  const store = new EpisodeStore({ inputSize: 1, capacity: 1000 })
  const random = randomStream(2, 'rows')
  for (let i = 0; i < 10; i++) {
    store.add({ id: `${i}`, gatheredBy: 'policy', rows: Float32Array.from({ length: 20 }, () => random.uniform(0, 1)) })
  }
  return store
}

/** Two members that differ by the first number of the first segment. */
function countingPredictor() {
  const asked: number[] = []
  const predictor: PreferencePredictor = {
    members: 2,
    preferenceProbabilities: async (pairs) => {
      asked.push(pairs.length)
      const firsts = pairs.map(({ first }) => first.rows[0]!)
      return Float32Array.from([...firsts.map(() => 0), ...firsts])
    },
  }
  return { asked, predictor }
}

const common = { count: 5, length: 4, sources: allEpisodes }

test('uniform pairs are drawn without asking the model', async () => {
  const { asked, predictor } = countingPredictor()
  const store = filledStore()
  const pairs = await choosePairs({ ...common, store, query: uniform, predictor, random: randomStream(1, 'pairs') })
  expect(pairs).toHaveLength(5)
  expect(asked).toEqual([])
  for (const { first } of pairs) expect(first).toEqual(store.segment(first.ref))
})

test('disagreement looks at ten candidates for each pair and takes those that divide the members', async () => {
  const { asked, predictor } = countingPredictor()
  const store = filledStore()
  const pairs = await choosePairs({
    ...common,
    store,
    query: disagreement,
    predictor,
    random: randomStream(1, 'pairs'),
  })
  expect(asked).toEqual([50])
  expect(pairs).toHaveLength(5)
  for (const { first } of pairs) expect(first.rows[0]).toBeGreaterThan(0.7)
})
