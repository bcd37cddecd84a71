// A run's policy, ready to act: for evaluations, datasets and anything else that follows training.

import type { ObservationView } from '../../envs/views/view.ts'
import type { Config } from '../config/schema.ts'
import { readRun } from '../run/read-run.ts'
import { policyActor } from './actors.ts'
import { learnerNamed, learnerOptions } from './learner.ts'
import { policyExport } from './policy-export.ts'
import { readPolicy } from './policy-file.ts'
import type { Actor } from './round.ts'
import { createStreams } from './streams.ts'
import { taskSizes, viewOf } from './worlds.ts'

export interface RunPolicy {
  readonly config: Config
  /** Environment steps that it had learned from. */
  readonly steps: number
  readonly view: ObservationView
  /** Acts in `count` worlds at once, without exploration noise, on views of their observations. */
  actor(count: number): Actor
  /** Acts in one world, on its observation. */
  act(observation: Float32Array): Promise<Float32Array>
  /** As an ONNX model that reads the task's own observations. */
  export(): Uint8Array
  dispose(): Promise<void>
}

/** @param path the run's folder. @throws UserError where it has no policy */
export async function openRunPolicy(path: string): Promise<RunPolicy> {
  const { config } = readRun(path)
  const { steps, learner: saved } = readPolicy(path)
  const task = await taskSizes(config.task)
  const { view, sizes } = viewOf(config, task)
  const learner = await learnerNamed(config.learner).create(
    await learnerOptions(config, sizes, createStreams(config.seed)),
  )
  learner.load(saved)
  const seen = new Float32Array(sizes.view)
  return {
    config,
    steps,
    view,
    actor: (count) => policyActor(learner, count, 'exploit'),
    async act(observation) {
      view.apply(observation, 1, task.observationSize, seen)
      const action = await learner.act(seen, 1, 'exploit')
      return action.map((value) => Math.min(1, Math.max(-1, value)))
    },
    export: () => learner.exportPolicy(policyExport(config, task.observationSize)),
    dispose: () => learner.dispose(),
  }
}
