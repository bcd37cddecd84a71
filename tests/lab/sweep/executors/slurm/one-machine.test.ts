import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OneMachineSlurm, slurmMissing, startSlurm } from '../../../../support/one-machine-slurm.ts'
import { attempts, finishedIds, startSweep, workerPids } from '../../../../support/sweep-process.ts'

const missing = slurmMissing()
if (missing !== undefined) process.stderr.write(`not tested here: Slurm: ${missing}\n`)

describe.skipIf(missing !== undefined)('a real Slurm of one machine', () => {
  let folder: string
  let slurm: OneMachineSlurm
  let env: NodeJS.ProcessEnv
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'slurm-'))
    slurm = await startSlurm(folder)
    env = { ...process.env, SLURM_CONF: slurm.configuration }
  })
  afterAll(async () => {
    await slurm?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const slurmSays = (command: string, ...args: string[]) =>
    execFileSync(command, args, { env, encoding: 'utf8' }).trim()
  const sweepFile = (name: string, lines: string) => {
    const file = join(folder, `${name}.yaml`)
    const out = join(folder, name)
    writeFileSync(file, `preset: smoke\nout: ${out}\nexecutor: slurm\nslurm: {partition: main, memory: 1}\n${lines}`)
    return { file, out }
  }

  test('does an array of runs, and takes up again what a more urgent job has pushed out', async () => {
    const { file, out } = sweepFile('preempted', 'set: {steps: 4000, minutes: 30, checkpoint.every: 0.5}\nseeds: 2')
    const sweep = startSweep([file, '--json'], env)
    await until(() => workerPids(out).length > 0)
    slurmSays('sbatch', '--partition=urgent', '--exclusive', '--output=/dev/null', '--wrap=sleep 2')
    await until(() => slurmSays('squeue', '--noheader', '--states=PENDING', '--partition=main') !== '')
    expect(await sweep.ended, sweep.said()).toBe(0)
    expect(finishedIds(out)).toHaveLength(2)
    const tries = Object.values(attempts(out))
    expect(Math.max(...tries)).toBeGreaterThan(1)
    expect(readFileSync(join(out, 'sweep', 'jobs', '1.sh'), 'utf8')).toContain('#SBATCH --array=0-1\n')
  })

  test('cancels its jobs when the sweep is stopped', async () => {
    const { file, out } = sweepFile('stopped', 'set: {steps: 1000000, minutes: 30}\nseeds: 1')
    const sweep = startSweep([file], env)
    await until(() => workerPids(out).length > 0)
    sweep.child.kill('SIGINT')
    expect(await sweep.ended).toBe(1)
    expect(sweep.said()).toContain('stopped with 0 of 1 runs finished, nothing is lost')
    expect(slurmSays('squeue', '--noheader', '--states=PENDING,RUNNING')).toBe('')
    expect(workerPids(out)).toEqual([])
  })
})

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(200)
}
