// B-Pref's scripted teacher: one pure function from what two segments were worth to an answer.

import { z } from 'zod'
import type { Evidence, RandomStream } from '../contract.ts'
import type { Answer } from '../preference/preference.ts'

const chance = z.number().min(0).max(1)

export const scriptedTeacherSchema = z.object({
  /** Inverse temperature of the choice between the two returns; Infinity always takes the larger. */
  rationality: z.union([z.number().positive(), z.literal(Number.POSITIVE_INFINITY)]),
  /** Below 1 the teacher is myopic: the last step counts fully, each earlier one less by this factor. */
  discount: z.number().gt(0).max(1),
  /** Chance that the answer is turned round. */
  mistake: chance,
  /** Skips when both returns are at most this share of the mean return for as many steps. */
  skip: chance,
  /** Calls equal what differs by less than this share of the mean return for as many steps. */
  equal: chance,
})

export type ScriptedTeacher = Readonly<z.infer<typeof scriptedTeacherSchema>>

/** What the thresholds are shares of: how well the robot does at present. */
export interface TeacherContext {
  /** Mean true return of the newest episodes. */
  readonly meanEpisodeReturn: number
  /** Their mean number of steps. */
  readonly episodeLength: number
}

export interface AnswerQuestion {
  readonly first: Evidence
  readonly second: Evidence
  readonly teacher: ScriptedTeacher
  readonly context: TeacherContext
  /** Always drawn from twice, so that no answer shifts the numbers of the next. */
  readonly random: RandomStream
}

/**
 *   R = sum of r_t,   M = sum of discount^(H-1-t) r_t,   threshold(x) = x * mean return * H / episode length
 *   skip   when max(R1, R2) <= threshold(skip)
 *   equal  when |R1 - R2| < threshold(equal), or when nothing tells the segments apart
 *   else   first with chance sigmoid(rationality * (M1 - M2)), turned round with chance `mistake`
 *
 * The thresholds come from the teacher's parameters and the context here and nowhere else: they are applied once.
 *
 * @source Lee, Smith, Dragan and Abbeel 2021 (B-Pref). Different from its code: there the thresholds are applied twice
 *   from the second session on, and an exact tie counts as the first.
 */
export function answer({ first, second, teacher, context, random }: AnswerQuestion): Answer {
  const choice = random.uniform(0, 1)
  const slip = random.uniform(0, 1)

  const length = first.rewards.length
  const [plainFirst, plainSecond] = [discountedReturn(first.rewards, 1), discountedReturn(second.rewards, 1)]
  if (teacher.skip > 0 && Math.max(plainFirst, plainSecond) <= threshold(teacher.skip, length, context)) return 'skip'
  if (teacher.equal > 0 && Math.abs(plainFirst - plainSecond) < threshold(teacher.equal, length, context))
    return 'equal'

  const difference =
    discountedReturn(first.rewards, teacher.discount) - discountedReturn(second.rewards, teacher.discount)
  if (difference === 0 && teacher.rationality === Number.POSITIVE_INFINITY) return 'equal'
  const preferred = choice < chanceOfFirst(difference, teacher.rationality) ? 'first' : 'second'
  return slip < teacher.mistake ? other(preferred) : preferred
}

/** sum of discount^(H-1-t) r_t: the last step counts fully. */
export function discountedReturn(rewards: Float32Array, discount: number): number {
  return rewards.reduce((sum, reward) => sum * discount + reward, 0)
}

function threshold(share: number, length: number, { meanEpisodeReturn, episodeLength }: TeacherContext): number {
  if (!(meanEpisodeReturn >= 0 && episodeLength > 0)) {
    throw new RangeError(
      'skip and equal are shares of the mean episode return, which must not be negative; ' +
        `found ${meanEpisodeReturn} over ${episodeLength} steps. Use a teacher without thresholds, such as 'oracle'.`,
    )
  }
  return (share * meanEpisodeReturn * length) / episodeLength
}

function chanceOfFirst(difference: number, rationality: number): number {
  if (rationality === Number.POSITIVE_INFINITY) return difference > 0 ? 1 : 0
  return 1 / (1 + Math.exp(-rationality * difference))
}

function other(answer: 'first' | 'second'): 'first' | 'second' {
  return answer === 'first' ? 'second' : 'first'
}
