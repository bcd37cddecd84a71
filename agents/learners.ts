// Every learner by its id. One of your own adds a folder and a line here; its contract test runs by itself.

import { awac } from './awac/awac.ts'
import { bc } from './bc/bc.ts'
import type { LearnerEntry } from './contract.ts'
import { diffusion } from './diffusion/diffusion.ts'
import { iql } from './iql/iql.ts'
import { ppo } from './ppo/ppo.ts'
import { sac } from './sac/sac.ts'
import { td3 } from './td3/td3.ts'

export const learners = { sac, td3, iql, awac, ppo, bc, diffusion } satisfies Readonly<Record<string, LearnerEntry>>

export type LearnerId = keyof typeof learners
