// What the page is doing, in words.

import type { RunState } from '../../protocol/run.ts'
import { count } from '../dom/format.ts'
import type { ConnectionState } from './connection.ts'

export interface Situation {
  readonly connection: ConnectionState
  /** The watched run's state; undefined while there is none. */
  readonly run: RunState | undefined
  readonly clips: number
  /** Runs of which the server has still to tell. */
  readonly coming?: number
}

export interface Words {
  readonly text: string
  readonly mood: 'waiting' | 'good' | 'trouble' | 'done'
}

export function words({ connection, run, clips, coming = 0 }: Situation): Words {
  switch (connection.kind) {
    case 'connecting':
      return { text: 'Connecting', mood: 'waiting' }
    case 'lost':
      return { text: connection.why ?? 'Disconnected, retrying', mood: 'trouble' }
    case 'outdated':
      return { text: connection.why, mood: 'trouble' }
    case 'open':
      return coming > 0 ? { text: `Behind: ${count(coming)} runs to come`, mood: 'waiting' } : connected(run, clips)
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
    case 'queued':
      return { text: 'Waiting for its turn', mood: 'waiting' }
    case 'interrupted':
      return { text: 'Interrupted', mood: 'done' }
    case 'stale':
      return { text: 'Silent', mood: 'trouble' }
    case 'failed':
      return { text: 'Failed', mood: 'trouble' }
  }
}
