// Slurm's own commands, as functions.

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { UserError } from '../../../errors/user-error.ts'

const execute = promisify(execFile)

/** One task of an array job: `1234_5`, and what Slurm says of it, such as `RUNNING`. */
export interface QueuedTask {
  readonly task: string
  readonly state: string
}

/** @param script path of a batch script @returns the job's number */
export async function submit(script: string, more: readonly string[]): Promise<string> {
  const answer = await slurm('sbatch', ['--parsable', ...more, script])
  // On federated clusters the number is followed by the cluster's name.
  return answer.trim().split(';')[0]!
}

/** Tasks of these jobs that Slurm still knows, also those that are over. */
export async function queue(jobs: readonly string[]): Promise<QueuedTask[]> {
  if (jobs.length === 0) return []
  const format = ['--noheader', '--array', '--states=all', '--format=%i %T']
  const answer = await slurm('squeue', [...format, `--jobs=${jobs.join(',')}`]).catch((error: unknown) => {
    // What ended long ago is forgotten.
    if (error instanceof SlurmError && /invalid job id/i.test(error.message)) return ''
    throw error
  })
  return answer
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [task = '', state = ''] = line.trim().split(/\s+/)
      return { task, state }
    })
}

/** Takes away what waits. */
export async function cancelWaiting(job: string): Promise<void> {
  await ignoringGone(slurm('scancel', ['--state=PENDING', job]))
}

/** Asks what works to stop at its next safe point. */
export async function askToStop(job: string): Promise<void> {
  await ignoringGone(slurm('scancel', ['--batch', '--signal=TERM', job]))
}

/** Ends what is left of a job. */
export async function cancelAtOnce(job: string): Promise<void> {
  await ignoringGone(slurm('scancel', [job]))
}

export class SlurmError extends UserError {
  constructor(message: string) {
    super(message, 'failed')
    this.name = 'SlurmError'
  }
}

async function ignoringGone(asked: Promise<unknown>): Promise<void> {
  await asked.catch((error: unknown) => {
    if (!(error instanceof SlurmError)) throw error
  })
}

async function slurm(command: string, args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await execute(command, args, { maxBuffer: 2 ** 28 })
    return stdout
  } catch (error) {
    const { code, stderr = '' } = error as { code?: string | number; stderr?: string }
    if (code === 'ENOENT') {
      throw new UserError(
        `found no ${command} here; the executor slurm runs where Slurm's commands are, such as a cluster's login node. ` +
          'To run on this machine, type --executor local',
      )
    }
    throw new SlurmError(`${command} refused: ${stderr.trim() || String(error)}`)
  }
}
