// A Slurm of one machine, with its own key, ports and folder: started and ended by the test that needs it.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, hostname, totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export interface OneMachineSlurm {
  /** What `SLURM_CONF` is to be for Slurm's commands. */
  readonly configuration: string
  stop(): Promise<void>
}

/** Why there can be none here; undefined where there can. */
export function slurmMissing(): string | undefined {
  const programs = ['/usr/sbin/munged', '/usr/sbin/slurmctld', '/usr/sbin/slurmd', '/usr/bin/sbatch']
  const missing = programs.filter((program) => !existsSync(program))
  if (missing.length > 0) return `no ${missing.join(', ')}; on Debian, as root: apt-get install slurm-wlm munge`
  return process.getuid?.() === 0 ? undefined : 'only root can start one'
}

/** @param folder of its own; removed by whoever made it */
export async function startSlurm(folder: string): Promise<OneMachineSlurm> {
  const at = (name: string) => join(folder, name)
  for (const name of ['state', 'spool']) mkdirSync(at(name))
  writeFileSync(at('key'), randomBytes(128), { mode: 0o600 })
  writeFileSync(at('slurm.conf'), configuration(folder))
  const munge = ['socket=munge', 'key-file=key', 'pid-file=munged.pid', 'log-file=munged.log', 'seed-file=seed']
  const mungeOptions = munge.map((each) => `--${each.replace('=', `=${folder}/`)}`)
  const children: ChildProcess[] = []
  const begin = (program: string, ...args: string[]) => {
    const env = { ...process.env, SLURM_CONF: at('slurm.conf') }
    children.push(spawn(program, args, { env, stdio: 'ignore' }))
  }
  begin('/usr/sbin/munged', '--foreground', '--force', ...mungeOptions)
  await until('munged listens', () => existsSync(at('munge')))
  begin('/usr/sbin/slurmctld', '-D')
  begin('/usr/sbin/slurmd', '-D')
  await until('the node is idle', () => nodeState(at('slurm.conf')) === 'idle')
  return { configuration: at('slurm.conf'), stop: () => stopAll(children.reverse()) }
}

function configuration(folder: string): string {
  const host = hostname().split('.')[0]
  const port = 20_000 + (process.pid % 20_000)
  return [
    'ClusterName=test',
    `SlurmctldHost=${host}(127.0.0.1)`,
    `SlurmctldPort=${port}`,
    `SlurmdPort=${port + 1}`,
    'AuthType=auth/munge',
    // A job that was pushed out waits until its former credential is void: two minutes by default.
    `AuthInfo=socket=${folder}/munge,cred_expire=5`,
    'CredType=cred/munge',
    'ProctrackType=proctrack/linuxproc',
    'TaskPlugin=task/none',
    'SelectType=select/cons_tres',
    'SelectTypeParameters=CR_Core',
    'ReturnToService=2',
    `StateSaveLocation=${folder}/state`,
    `SlurmdSpoolDir=${folder}/spool`,
    `SlurmctldLogFile=${folder}/slurmctld.log`,
    `SlurmdLogFile=${folder}/slurmd.log`,
    `SlurmctldPidFile=${folder}/slurmctld.pid`,
    `SlurmdPidFile=${folder}/slurmd.pid`,
    'SlurmUser=root',
    'SlurmdUser=root',
    'JobAcctGatherType=jobacct_gather/none',
    'PreemptType=preempt/partition_prio',
    'PreemptMode=REQUEUE',
    `NodeName=${host} NodeAddr=127.0.0.1 CPUs=${availableParallelism()} RealMemory=${Math.floor(totalmem() / 2 ** 20) - 1024} State=UNKNOWN`,
    'PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP PriorityTier=1 GraceTime=0',
    'PartitionName=urgent Nodes=ALL MaxTime=INFINITE State=UP PriorityTier=10',
    '',
  ].join('\n')
}

function nodeState(conf: string): string {
  try {
    const options = { encoding: 'utf8', env: { ...process.env, SLURM_CONF: conf }, stdio: 'pipe' } as const
    return execFileSync('sinfo', ['--noheader', '--partition=main', '--format=%T'], options).trim()
  } catch {
    return 'none'
  }
}

async function until(what: string, holds: () => boolean): Promise<void> {
  for (let i = 0; i < 300; i++) {
    if (holds()) return
    await sleep(200)
  }
  throw new Error(`waited a minute in vain until ${what}`)
}

async function stopAll(children: readonly ChildProcess[]): Promise<void> {
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
    await gone
    clearTimeout(late)
  }
}
