// Slurm's commands as files in a folder: every task of a job is begun at once as a process of this machine. For the contract
// of executors, where there is no Slurm; what Slurm itself does is tested against Slurm.

import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** @returns the folder to put first in PATH */
export function fakeSlurm(folder: string): string {
  const [commands, jobs] = [join(folder, 'commands'), join(folder, 'jobs')]
  mkdirSync(commands)
  mkdirSync(jobs)
  const write = (name: string, lines: readonly string[]) => {
    writeFileSync(join(commands, name), ['#!/bin/bash', `cd '${jobs}'`, ...lines, ''].join('\n'))
    chmodSync(join(commands, name), 0o755)
  }
  write('sbatch', [
    'for script; do :; done',
    'job=$(($(ls -d */ 2>/dev/null | wc -l) + 1)); mkdir $job',
    'last=$(sed -n \'s/^#SBATCH --array=0-\\([0-9]*\\).*/\\1/p\' "$script")',
    'for task in $(seq 0 $last); do',
    '  (SLURM_ARRAY_TASK_ID=$task setsid bash "$script" >/dev/null 2>&1 & echo $! >$job/$task)',
    'done',
    'echo $job',
  ])
  write('squeue', [
    'for file in */*; do',
    '  state=COMPLETED; kill -0 $(cat $file) 2>/dev/null && state=RUNNING',
    '  echo "$(dirname $file)_$(basename $file) $state"',
    'done',
  ])
  write('scancel', [
    'case "$*" in *PENDING*) exit 0;; esac',
    'for job; do :; done',
    'for file in $job/*; do kill -TERM $(cat $file) 2>/dev/null; done; exit 0',
  ])
  return commands
}
