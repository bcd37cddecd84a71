// Every learner by its id. One of your own adds a folder and a line here; its contract test runs by itself.

import type { LearnerEntry } from './contract.ts'
import { sac } from './sac/sac.ts'

export const learners = { sac } satisfies Readonly<Record<string, LearnerEntry>>

export type LearnerId = keyof typeof learners
