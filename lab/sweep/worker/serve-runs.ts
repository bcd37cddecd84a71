// A warm process that does one run after another, as it is told: starting it costs seconds, a further run none.

import { once } from 'node:events'
import type { SweepPlan } from '../plan/planned.ts'
import type { Answer, Assignment, Ready } from './messages.ts'
import { workRun } from './work-run.ts'

export interface ServeOptions {
  readonly out: string
  readonly plan: SweepPlan
  readonly signal: AbortSignal
}

/** The parts of `process` that are needed: its channel to whoever started it. */
export interface Channel {
  on(event: 'message', listener: (message: Assignment) => void): unknown
  once(event: 'disconnect', listener: () => void): unknown
  send?(message: Answer | Ready): boolean
  readonly connected: boolean
}

/** Resolves when the channel is closed: nobody hands out runs any more, so the present one stops at a safe point. */
export async function serveRuns(channel: Channel, { out, plan, signal }: ServeOptions): Promise<void> {
  const orphaned = new AbortController()
  const runs = new Map(plan.runs.map((run) => [run.id, run]))
  let present: Promise<void> = Promise.resolve()
  channel.on('message', ({ id }) => {
    present = work(id)
  })
  channel.send?.({ ready: true })
  const ended = new Promise<void>((resolve) => channel.once('disconnect', resolve))
  const stopped = once(signal, 'abort')
  if (channel.connected && !signal.aborted) await Promise.race([ended, stopped])
  orphaned.abort()
  await present

  async function work(id: string): Promise<void> {
    const ending = await workRun({ out, plan, run: runs.get(id)!, signal: orphaned.signal })
    if (channel.connected) channel.send?.({ id, ending, resident: process.memoryUsage.rss() })
  }
}
