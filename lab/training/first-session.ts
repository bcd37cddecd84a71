// Whether anything will have been gathered by the time of the first questions.

import type { Config } from '../config/schema.ts'
import { asksPerson } from '../config/teachers.ts'
import { UserError } from '../errors/user-error.ts'
import { firstSession } from './counters.ts'
import { stepsOf } from './worlds.ts'

/**
 * The expert's clips count as steps, but the learner remembers none of them. A person's first answer is waited for, and
 * something is gathered meanwhile.
 *
 * @throws UserError where the memory would be empty
 */
export function checkFirstSession(config: Config): void {
  if (config.labels === 0 || asksPerson(config)) return
  const { demonstration, worlds, actionRepeat, exploration, pretraining } = config
  const round = worlds * stepsOf(config) * actionRepeat
  const clips = demonstration.rounds * round
  if (firstSession(config) > clips) return
  const before = pretraining.steps === 0 ? '' : ` and pretraining.steps ${pretraining.steps}`
  const taken =
    clips === 0
      ? 'so nothing would have been tried before the first question'
      : `and the expert's clips take ${clips} steps (demonstration.rounds=${demonstration.rounds} in ${worlds} worlds), ` +
        'so the learner would have tried nothing before the first question'
  throw new UserError(
    `exploration.steps is ${exploration.steps}${before}, ${taken}; type exploration.steps=${clips + round}, or more`,
  )
}
