// A run that was stopped on purpose and can go on.

import { UserError } from './user-error.ts'

export class InterruptedError extends UserError {
  /** @param run the run's folder */
  constructor(run: string, steps: number) {
    super(`stopped after ${steps} steps, nothing is lost; to go on, type: rapref train --resume ${run}`, 'failed')
    this.name = 'InterruptedError'
  }
}
