// The random numbers of a report: fixed, and each number's own, so that the same runs give the same page.

import { randomStream } from '../../../sim/random.ts'
import type { BootstrapOptions } from '../../statistics/bootstrap.ts'

export const RESAMPLES = 2000

/** @param name of what the interval is for */
export function bootstrapFor(name: string): BootstrapOptions {
  return { random: randomStream(1, name), resamples: RESAMPLES }
}
