// One line of `rapref bench update`.

import type { ExecutorId } from '../../../agents/tensor/program.ts'

export interface UpdateBenchRow {
  readonly case: string
  readonly device: ExecutorId
  /** Median over the repeats, of one update (or one act). */
  readonly ms: number
  readonly repeats: number
}
