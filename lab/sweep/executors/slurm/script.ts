// The batch script of an array job: each task does its line of a list of runs.

import type { SweepFile } from '../../file/schema.ts'

export interface ScriptOptions {
  readonly slurm: SweepFile['slurm']
  readonly name: string
  /** Where it is started. */
  readonly directory: string
  /** The sweep's folder. */
  readonly out: string
  /** A file with the runs of a task on each line. */
  readonly list: string
  /** Lines of it. */
  readonly tasks: number
  /** Where the tasks' output goes: each task's number is appended. */
  readonly output: string
  /** The command line: Node and its program. */
  readonly program: readonly string[]
}

export function batchScript(options: ScriptOptions): string {
  const { slurm, name, directory, out, list, tasks, output, program } = options
  const { partition, time, memory, cores, atOnce, warning } = slurm
  const settings = [
    `--job-name=${name.replace(/[^\w.-]+/g, '-')}`,
    `--array=0-${tasks - 1}${atOnce === undefined ? '' : `%${atOnce}`}`,
    partition === undefined ? undefined : `--partition=${partition}`,
    `--time=${time}`,
    `--mem=${Math.ceil(memory * 1024)}M`,
    `--cpus-per-task=${cores}`,
    `--signal=B:TERM@${warning}`,
    '--requeue',
    // What a task says goes where the script sends it; Slurm would leave files of its own in the working folder.
    '--output=/dev/null',
  ].filter((setting) => setting !== undefined)
  return [
    '#!/bin/bash',
    ...settings.map((setting) => `#SBATCH ${setting}`),
    `cd ${quoted(directory)} || exit 1`,
    `exec >>${quoted(output)}.$SLURM_ARRAY_TASK_ID 2>&1`,
    // Its own process: the signal that announces the end of the job reaches the run.
    `exec ${program.map(quoted).join(' ')} work ${quoted(out)} $(sed -n "$((SLURM_ARRAY_TASK_ID + 1))p" ${quoted(list)})`,
    '',
  ].join('\n')
}

/** For the shell, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
