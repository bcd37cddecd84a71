// The practice that a configuration asks for: its learner, with the memory and the schedule that its kind needs.

import { type RecentRows, ReplayBuffer } from '../../../agents/replay-buffer.ts'
import type { Config } from '../../config/schema.ts'
import { UserError } from '../../errors/user-error.ts'
import { learnerNamed, learnerOptions, type ViewSizes } from '../learner.ts'
import type { Streams } from '../streams.ts'
import { stepsOf } from '../worlds.ts'
import type { Practice } from './practice.ts'
import { replayPractice } from './replay.ts'
import { rolloutPractice } from './rollout.ts'

export interface PracticeParts {
  readonly sizes: ViewSizes
  readonly streams: Streams
  readonly onUpdate: () => void
  /** As replayPractice has it; only off-policy learners have a memory to draw from. */
  readonly recent?: ((batch: number) => RecentRows | undefined) | undefined
}

/** @throws UserError when the learner learns from what others gathered */
export async function makePractice(config: Config, parts: PracticeParts): Promise<Practice> {
  const { sizes, streams, onUpdate, recent } = parts
  const entry = learnerNamed(config.learner)
  const options = await learnerOptions(config, sizes, streams)
  switch (entry.kind) {
    case 'off-policy': {
      const { capacity, updatesPerStep } = config.replay
      const rounds = Math.max(2, Math.ceil(capacity / (stepsOf(config) * config.worlds)))
      const buffer = makeBuffer(config, sizes, rounds)
      const learner = await entry.create(options)
      return replayPractice({
        ...{ learner, buffer, updatesPerStep, random: streams.replay, onUpdate },
        recent: recent && (() => recent(learner.batchSize)),
      })
    }
    case 'on-policy':
      return rolloutPractice({
        learner: await entry.create(options),
        buffer: makeBuffer(config, sizes, 1),
        onUpdate,
      })
    default:
      throw new UserError(
        `learner=${entry.id} learns from recordings and method=${config.method} gathers its own experience; ` +
          'type learner=sac, for example',
      )
  }
}

/** @param rounds how many it holds: a round is one episode in each world */
function makeBuffer(config: Config, sizes: ViewSizes, rounds: number): ReplayBuffer {
  return new ReplayBuffer({
    observationSize: sizes.view,
    actionSize: sizes.action,
    episodeSteps: stepsOf(config),
    capacity: rounds * config.worlds,
  })
}
