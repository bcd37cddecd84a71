// Runs on this machine: a warm process for each slot, as many slots as cores and memory allow.

import type { Executor } from '../executor.ts'
import { roomHere, slotsFor } from './memory.ts'
import { Pool } from './pool.ts'

export const local: Executor = async (task) => {
  const { slots, memory } = task.file.local
  const wanted = slotsFor(roomHere(), { memory, ...(slots === undefined ? {} : { slots }) })
  const count = Math.min(wanted, task.runs.length)
  task.log(`${count} at a time on this machine`)
  const pool = new Pool(task)
  const killAll = () => pool.kill()
  const stopAll = () => pool.stop()
  // A second Ctrl-C ends this process at once, and its workers with it.
  process.once('exit', killAll)
  task.signal.addEventListener('abort', stopAll, { once: true })
  try {
    const ends = await Promise.allSettled(Array.from({ length: count }, () => pool.slot()))
    for (const end of ends) if (end.status === 'rejected') throw end.reason
  } finally {
    task.signal.removeEventListener('abort', stopAll)
    process.off('exit', killAll)
  }
}
