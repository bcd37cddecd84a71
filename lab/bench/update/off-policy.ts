// Updates of learners that learn from transitions.

import type { BatchLearner } from '../../../agents/contract.ts'
import { iql } from '../../../agents/iql/iql.ts'
import { iqlSettings } from '../../../agents/iql/settings.ts'
import type { TransitionBatch } from '../../../agents/replay-buffer.ts'
import { sac } from '../../../agents/sac/sac.ts'
import { type SacSettings, sacSettings } from '../../../agents/sac/settings.ts'
import type { Executor } from '../../../agents/tensor/program.ts'
import { randomStream } from '../../../sim/random.ts'
import { fillUniform, type Prepared, taskSizes, type UpdateCase } from './case.ts'

export function sacUpdate(
  name: string,
  settings: Pick<SacSettings, 'width' | 'batch'> & Partial<SacSettings>,
  devices: UpdateCase['devices'],
): UpdateCase {
  return {
    name,
    devices,
    prepare: async (executor) => updating(await makeSac(settings, executor)),
  }
}

/** With the batch of the published robot suites; their actor's dropout is left out, as their peers leave it out. */
export function iqlUpdate(name: string, devices: UpdateCase['devices']): UpdateCase {
  const settings = iqlSettings.parse({ width: 256, batch: 256, actorDropout: 0 })
  const random = randomStream(0, 'bench')
  return {
    name,
    devices,
    prepare: async (executor) => updating(await iql.create({ sizes: taskSizes, settings, executor, random })),
  }
}

/** Acting for many worlds at once. */
export function sacAct(name: string, worlds: number): UpdateCase {
  return {
    name,
    devices: ['cpu', 'eager'],
    async prepare(executor) {
      const learner = await makeSac({ width: 64, batch: 64 }, executor)
      const observations = new Float32Array(worlds * taskSizes.observation)
      fillUniform(observations, randomStream(0, 'bench-observations'))
      return { once: () => learner.act(observations, worlds, 'explore'), dispose: () => learner.dispose() }
    },
  }
}

function makeSac(settings: Partial<SacSettings>, executor: Executor): Promise<BatchLearner<TransitionBatch>> {
  const complete = sacSettings.parse({ depth: 2, ...settings })
  return sac.create({ sizes: taskSizes, settings: complete, executor, random: randomStream(0, 'bench') })
}

function updating(learner: BatchLearner<TransitionBatch>): Prepared {
  const random = randomStream(0, 'bench-batch')
  for (const values of Object.values(learner.batch)) fillUniform(values, random)
  return { once: () => learner.update(), dispose: () => learner.dispose() }
}
