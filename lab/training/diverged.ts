// Numbers that are none: the run stops, says which, and keeps what was good.

import { existsSync } from 'node:fs'
import { LossError } from '../../agents/errors.ts'
import { UserError } from '../errors/user-error.ts'
import type { RunFolder } from '../run/run-folder.ts'

/** Parameters or actions that are no numbers: nothing may be kept or done with them. */
export class SpoiltError extends Error {
  override readonly name = 'SpoiltError'

  /** @param what such as `learner/parameters` */
  constructor(what: string) {
    super(`${what} holds numbers that are not finite. Try a smaller learning rate`)
  }
}

/** What a person is told about a run that came to nothing; all other errors as they are. */
export function diverged(error: unknown, run: Pick<RunFolder, 'file' | 'path'>): unknown {
  if (!(error instanceof LossError || error instanceof SpoiltError)) return error
  const kept = ['checkpoints/latest.safetensors', 'checkpoints/policy.safetensors'].filter((file) =>
    existsSync(run.file(file)),
  )
  const what = kept.length === 0 ? 'nothing was good enough to keep yet' : `${kept.join(' and ')} stay as they were`
  return new UserError(`${error.message}. The run stops; in ${run.path}, ${what}`, 'failed')
}
