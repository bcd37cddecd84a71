// Runs on a cluster: array jobs are submitted and followed; what a job leaves unfinished is submitted again and goes on
// from its checkpoint.

import { setTimeout as sleep } from 'node:timers/promises'
import type { Executor } from '../executor.ts'
import { Followed } from './followed.ts'
import { queue } from './scheduler.ts'

/** Seconds between looks at the queue: often at first and after news, seldom while nothing happens. */
const LOOK = { least: 0.5, most: 10, growth: 1.5 }
/** Seconds that cancelled jobs may take to write their checkpoints. */
const PATIENCE = 90

export const slurm: Executor = async (task) => {
  const followed = new Followed(task)
  // Says at once where there is no Slurm, before anything is waited for.
  await followed.adopt()
  let wait = LOOK.least
  let cancelled: number | undefined
  for (;;) {
    const { open, news } = await followed.look(await queue(followed.jobs))
    if (open === 0) return
    if (task.signal.aborted && cancelled === undefined) {
      cancelled = Date.now()
      await followed.cancel()
    }
    if (cancelled !== undefined && Date.now() - cancelled > PATIENCE * 1000) return followed.cancelAtOnce()
    wait = news || cancelled !== undefined ? LOOK.least : Math.min(LOOK.most, wait * LOOK.growth)
    await sleep(wait * 1000, undefined, { signal: cancelled === undefined ? task.signal : undefined }).catch(() => {})
  }
}
