// One line of `rapref bench sim`.

import type { EnvOptions } from '../../../envs/contract.ts'

export interface SimBenchRow {
  /** A task with its expert, or what else was measured. */
  readonly case: string
  readonly mode: EnvOptions['physics']
  /** Threads that simulate. */
  readonly workers: number
  /** Control steps of all worlds together. */
  readonly stepsPerSecond: number
  /** How many times faster than one worker. */
  readonly ratio?: number
  /** Resident memory of the whole process, in MB of 10^6 bytes. */
  readonly residentMegabytes?: number
  /** Memory in use gained over all resets, after garbage collection. */
  readonly growthMegabytes?: number
}

/** A number as it is worth reading: measurements are not known to more digits. */
export function rounded(value: number, digits = 0): number {
  const scale = 10 ** digits
  return Math.round(value * scale) / scale
}
