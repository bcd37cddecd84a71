// Array jobs of a sweep, with a file each in the sweep's folder: a sweep that was killed finds its jobs again.

import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { writeAtomic } from '../../../files/write-atomic.ts'
import { sweepLayout } from '../../folder/layout.ts'
import type { PlannedRun } from '../../plan/planned.ts'
import type { ExecutorTask } from '../executor.ts'
import { submit } from './scheduler.ts'
import { batchScript } from './script.ts'

const jobSchema = z.object({
  /** Slurm's number of the array. */
  job: z.string(),
  /** Identities of the runs of each of its tasks. */
  tasks: z.array(z.array(z.string())),
})

export type Job = z.output<typeof jobSchema>

/** Tasks in one array; clusters allow 1,001 by default. */
const MOST_TASKS = 1000

const program = fileURLToPath(new URL('../../../../bin/rapref', import.meta.url))

/** Submits runs as array jobs. */
export async function submitRuns(task: ExecutorTask, runs: readonly PlannedRun[]): Promise<Job[]> {
  const { runsPerJob } = task.file.slurm
  const tasks = chunks(
    runs.map(({ id }) => id),
    runsPerJob,
  )
  const jobs: Job[] = []
  for (const part of chunks(tasks, MOST_TASKS)) jobs.push(await submitArray(task, part))
  return jobs
}

/** Jobs that earlier processes have submitted. */
export function earlierJobs(out: string): Job[] {
  const { jobs } = sweepLayout(out)
  if (!existsSync(jobs)) return []
  return readdirSync(jobs)
    .filter((name) => name.endsWith('.json'))
    .map((name) => jobSchema.parse(JSON.parse(readFileSync(join(jobs, name), 'utf8'))))
}

async function submitArray({ out, file, log }: ExecutorTask, tasks: readonly string[][]): Promise<Job> {
  const { jobs: folder } = sweepLayout(out)
  mkdirSync(folder, { recursive: true })
  const number = readdirSync(folder).filter((name) => name.endsWith('.sh')).length + 1
  const at = (ending: string) => join(folder, `${number}.${ending}`)
  await writeAtomic(at('runs'), `${tasks.map((ids) => ids.join(' ')).join('\n')}\n`)
  const script = batchScript({
    slurm: file.slurm,
    name: `rapref-${basename(resolve(out))}`,
    directory: process.cwd(),
    out: resolve(out),
    list: resolve(at('runs')),
    tasks: tasks.length,
    output: resolve(at('out')),
    program: [process.execPath, program],
  })
  await writeAtomic(at('sh'), script)
  const job: Job = { job: await submit(at('sh'), file.slurm.arguments), tasks: [...tasks] }
  await writeAtomic(at('json'), `${JSON.stringify(job)}\n`)
  log(`submitted job ${job.job}: ${tasks.length} tasks`)
  return job
}

function chunks<Value>(values: readonly Value[], size: number): Value[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) =>
    values.slice(index * size, (index + 1) * size),
  )
}
