// The loop of loop.ts with a learned reward and the work of sessions, as pipeline.py has it: one update is 100 control
// steps and a tenth of a session of 500 answers.

import type { SacSettings } from '../../../agents/sac/settings.ts'
import type { UpdateCase } from '../../../lab/bench/update/case.ts'
import { createRewardEnsemble } from '../../../rewards/models/ensemble.ts'
import { ensembleDefaults } from '../../../rewards/models/ensemble-settings.ts'
import { randomStream } from '../../../sim/random.ts'
import { loopCase } from './loop.ts'

const STEPS = 100
const FITS = 4
const CANDIDATES = 25
const RELABELLED = 1000
const LENGTH = 50
/** 39 of the observation and 4 of the action. */
const INPUT = 43

export interface PipelineSizes {
  readonly learner: Pick<SacSettings, 'width' | 'batch' | 'depth'>
  readonly reward: { readonly width: number; readonly depth: number; readonly pairs: number }
}

export function pipelineCase(name: string, { learner, reward }: PipelineSizes): UpdateCase {
  return {
    name,
    devices: ['cpu'],
    async prepare(executor) {
      const random = randomStream(0, 'pipeline')
      const loop = await loopCase(name, learner).prepare(executor)
      const { width, depth, pairs: batch } = reward
      const model = await createRewardEnsemble({
        sizes: { input: INPUT, length: LENGTH },
        settings: { ...ensembleDefaults, width, depth, batch, learningRate: 3e-4, outputPenalty: 0 },
        executor,
        random,
      })
      const rows = (count: number) => Float32Array.from({ length: count * INPUT }, () => random.uniform(-1, 1))
      const answered = Array.from({ length: batch }, (_, i) => {
        return { id: `${i}`, rows: rows(2 * LENGTH), label: i % 2, heldOut: false }
      })
      const ref = { episode: 'a', start: 0, length: LENGTH }
      const segment = () => ({ ref, rows: rows(LENGTH) })
      const candidates = Array.from({ length: CANDIDATES }, () => ({ first: segment(), second: segment() }))
      const statistics = { mean: new Float32Array(INPUT), deviation: new Float32Array(INPUT).fill(1) }
      const [gathered, remembered] = [rows(STEPS), rows(RELABELLED)]
      return {
        async once() {
          for (let step = 0; step < STEPS; step++) await loop.once()
          // Rewards of what was gathered are asked for together.
          await model.estimate(gathered, STEPS)
          await model.preferenceProbabilities(candidates)
          await model.fit(answered, statistics, { atMost: { steps: FITS } })
          await model.estimate(remembered, RELABELLED)
        },
        async dispose() {
          await loop.dispose()
          await model.dispose()
        },
      }
    },
  }
}
