// How a run's policy leaves as ONNX: it reads the task's own observations, and says how it wants to be used.

import type { ExportOptions } from '../../agents/contract.ts'
import { views } from '../../envs/views/views.ts'
import type { Config } from '../config/schema.ts'

export function policyExport(config: Config, observationSize: number): Required<ExportOptions> {
  const { task, method, learner, seed, actionRepeat, physics, horizon } = config
  return {
    through: views[config.view].recipe(observationSize),
    notes: {
      ...{ task, method, learner, physics },
      seed: `${seed}`,
      horizon: `${horizon}`,
      // Each action is held for so many control steps.
      actionRepeat: `${actionRepeat}`,
    },
  }
}
