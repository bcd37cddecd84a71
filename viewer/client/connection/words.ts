// What the page is doing, in words.

import type { RunState } from '../../protocol/run.ts'
import type { ConnectionState } from './connection.ts'

export interface Situation {
  readonly connection: ConnectionState
  /** The watched run's state; undefined while there is none. */
  readonly run: RunState | undefined
  readonly clips: number
}

export interface Words {
  readonly text: string
  readonly mood: 'waiting' | 'good' | 'trouble' | 'done'
}

export function words({ connection, run, clips }: Situation): Words {
  switch (connection.kind) {
    case 'connecting':
      return { text: 'Connecting', mood: 'waiting' }
    case 'lost':
      return { text: connection.why ?? 'Disconnected, retrying', mood: 'trouble' }
    case 'outdated':
      return { text: connection.why, mood: 'trouble' }
    case 'open':
      return connected(run, clips)
  }
}

function connected(run: RunState | undefined, clips: number): Words {
  switch (run) {
    case undefined:
      return { text: 'Waiting for a run', mood: 'waiting' }
    case 'running':
      return clips === 0 ? { text: 'Waiting for clips', mood: 'waiting' } : { text: 'Live', mood: 'good' }
    case 'finished':
      return { text: 'Finished', mood: 'done' }
    case 'stopped':
      return { text: 'Stopped', mood: 'done' }
    case 'failed':
      return { text: 'Failed', mood: 'trouble' }
  }
}
