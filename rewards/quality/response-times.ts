// How long answers took, and which ones were far from a person's own habit: hasty ones were hardly looked at.

import type { LoggedAnswer } from '../preference/log-lines.ts'
import { median, medianDeviation } from './median.ts'

export interface ResponseTimes {
  /** Milliseconds; null where nothing was timed. */
  readonly median: number | null
  /** Ids of answers that took much less, or much more, than this person's usual. */
  readonly hasty: readonly string[]
  readonly slow: readonly string[]
}

/** Beyond this the modified z-score calls a value an outlier. */
const OUTLIER = 3.5
/** Makes the median deviation of a normal distribution its standard deviation. */
const NORMAL = 0.6745
/** Least spread of log time that is a habit: answers within a tenth of each other are alike. */
const LEAST_DEVIATION = Math.log(1.1)

/**
 *   z = 0.6745 (log t - median(log t)) / MAD(log t),   outlier when |z| > 3.5
 *
 * On the logarithm, as times spread by factors. Answers that took no time were given by nobody's hand and are left out.
 *
 * @source Iglewicz and Hoaglin 1993
 */
export function responseTimes(answers: readonly LoggedAnswer[]): ResponseTimes {
  const timed = answers.filter(({ milliseconds }) => milliseconds > 0).filter(oncePerRanking())
  const logs = timed.map(({ milliseconds }) => Math.log(milliseconds))
  const [centre, deviation] = [median(logs), Math.max(LEAST_DEVIATION, medianDeviation(logs))]
  const score = ({ milliseconds }: LoggedAnswer) => (NORMAL * (Math.log(milliseconds) - centre)) / deviation
  return {
    median: timed.length === 0 ? null : median(timed.map(({ milliseconds }) => milliseconds)),
    hasty: timed.filter((each) => score(each) < -OUTLIER).map(({ id }) => id),
    slow: timed.filter((each) => score(each) > OUTLIER).map(({ id }) => id),
  }
}

/** A ranking took its time once, however many answers it implies. */
function oncePerRanking(): (answer: LoggedAnswer) => boolean {
  const seen = new Set<string>()
  return ({ ranking }) => ranking === undefined || (!seen.has(ranking) && Boolean(seen.add(ranking)))
}
