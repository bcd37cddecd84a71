// Checks that another process comes to the same result.

import { recordEpisode } from '../record.ts'
import { type EnvCheck, EnvFault, STEPS } from './subject.ts'
import { randomActions } from './trace.ts'

const SEED = 55

export const elsewhereChecks: readonly EnvCheck[] = [
  {
    name: 'another process gives the same episode, bit for bit',
    run: async ({ make, elsewhere }) => {
      const env = await make({ horizon: STEPS })
      const actions = randomActions(env, SEED, STEPS).values()
      const act = () => actions.next().value!
      const recording = await recordEpisode(env, act, { seed: SEED, policy: 'random', hashEvery: 1 })
      env.dispose()
      const verdict = await elsewhere(recording)
      if (verdict.verdict === 'identical') return
      const found = `elsewhere the episode is not identical: ${JSON.stringify(verdict)}`
      throw new EnvFault(
        found,
        'something that the seed does not decide, such as a clock or what ran in this process before',
      )
    },
  },
]
