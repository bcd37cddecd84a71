// How far a run is. Saved with every checkpoint; the schedule of a method reads nothing else.

import type { Config } from '../config/schema.ts'

export interface Counters {
  /** Environment steps of training, all worlds together. */
  steps: number
  /** Episodes begun by training: the next seed. */
  episodes: number
  /** Clips of the expert shown to the teacher. */
  demonstrations: number
  /** Questions put to the teacher, skipped ones included. */
  questions: number
  sessions: number
  /** Times that all remembered transitions were seen in a new light. */
  relabellings: number
  updates: number
  evaluations: number
  /** Evaluations in a row that were good enough to stop. */
  goodEvaluations: number
  /** Seconds spent before the run was last resumed. */
  earlierSeconds: number
}

export const noCounts = (): Counters => ({
  steps: 0,
  episodes: 0,
  demonstrations: 0,
  questions: 0,
  sessions: 0,
  relabellings: 0,
  updates: 0,
  evaluations: 0,
  goodEvaluations: 0,
  earlierSeconds: 0,
})

/** Still gathering with random actions, before anything is learned. */
export function isExploring({ steps }: Counters, { exploration }: Config): boolean {
  return steps < exploration.steps
}

/** Learning from the entropy of states, behind exploration and before the first question. */
export function isPretraining({ steps }: Counters, config: Config): boolean {
  return steps < firstSession(config)
}

/** Sessions begin when exploration and pretraining end and follow at equal distances until the labels are used up. */
export function sessionDue({ steps, sessions, questions }: Counters, config: Config): boolean {
  return questions < config.labels && steps >= firstSession(config) + sessions * config.session.every
}

/** Rewards that fade are brought up to date at the distance of sessions, which goes on when the labels are used up. */
export function relabellingDue({ steps, relabellings }: Counters, config: Config): boolean {
  return relabellings > 0 && steps >= firstSession(config) + relabellings * config.session.every
}

/** Steps before the first session. */
export function firstSession({ exploration, pretraining }: Config): number {
  return exploration.steps + pretraining.steps
}

/** Questions of the next session: never more than the budget has left. */
export function sessionSize({ sessions, questions }: Counters, { session, labels }: Config): number {
  return Math.min(sessions === 0 ? session.first : session.labels, labels - questions)
}

export function evaluationDue({ steps, evaluations }: Counters, { exploration, evaluation }: Config): boolean {
  return evaluation.during > 0 && steps >= exploration.steps + (evaluations + 1) * evaluation.every
}

/** The budget of steps is used up, or evaluation after evaluation was good enough. */
export function isFinished({ steps, goodEvaluations }: Counters, { steps: budget, evaluation }: Config): boolean {
  return steps >= budget || goodEvaluations >= evaluation.confirm
}
