// An update of a reward ensemble from answered pairs.

import { createRewardEnsemble } from '../../../rewards/models/ensemble.ts'
import { randomStream } from '../../../sim/random.ts'
import { fillUniform, taskSizes, type UpdateCase } from './case.ts'

export interface EnsembleCase {
  readonly depth: number
  readonly width: number
  readonly pairs: number
  /** Steps of a segment. */
  readonly length: number
}

/** An epoch over as many pairs as one update takes: one update, with everything around it. */
export function ensembleEpoch(
  name: string,
  { depth, width, pairs, length }: EnsembleCase,
  devices: UpdateCase['devices'],
): UpdateCase {
  const input = taskSizes.observation + taskSizes.action
  return {
    name,
    devices,
    async prepare(executor) {
      const random = randomStream(0, 'bench')
      const settings = { members: 3, depth, width, learningRate: 3e-4, batch: pairs }
      const model = await createRewardEnsemble({
        sizes: { input, length },
        settings: { ...settings, labelSmoothing: 0, outputPenalty: 0.01 },
        executor,
        random,
      })
      const answered = Array.from({ length: pairs }, (_, i) => {
        const rows = new Float32Array(2 * length * input)
        fillUniform(rows, random)
        return { id: `${i}`, rows, label: i % 2, heldOut: false }
      })
      const statistics = { mean: new Float32Array(input), deviation: new Float32Array(input).fill(1) }
      const once = () => model.fit(answered, statistics, { atMost: { epochs: 1 } })
      return { once, dispose: () => model.dispose() }
    },
  }
}
