import { expect, test } from 'vitest'
import { words } from '../../../../viewer/client/connection/words.ts'

const open = { kind: 'open' } as const

test.each([
  [{ connection: { kind: 'connecting' }, run: undefined, clips: 0 }, 'Connecting', 'waiting'],
  [{ connection: open, run: undefined, clips: 0 }, 'Waiting for a run', 'waiting'],
  [{ connection: open, run: 'running', clips: 0 }, 'Waiting for clips', 'waiting'],
  [{ connection: open, run: 'running', clips: 2 }, 'Live', 'good'],
  [{ connection: open, run: 'finished', clips: 2 }, 'Finished', 'done'],
  [{ connection: open, run: 'interrupted', clips: 2 }, 'Interrupted', 'done'],
  [{ connection: open, run: 'stale', clips: 2 }, 'Silent', 'trouble'],
  [{ connection: open, run: 'queued', clips: 0 }, 'Waiting for its turn', 'waiting'],
  [{ connection: open, run: 'running', clips: 2, coming: 3400 }, 'Behind: 3,400 runs to come', 'waiting'],
  [{ connection: open, run: 'failed', clips: 2 }, 'Failed', 'trouble'],
  [{ connection: { kind: 'lost' }, run: 'running', clips: 2 }, 'Disconnected, retrying', 'trouble'],
  [
    { connection: { kind: 'lost', why: 'the page is open elsewhere' }, run: undefined, clips: 0 },
    'the page is open elsewhere',
    'trouble',
  ],
  [
    { connection: { kind: 'outdated', why: 'reload the page' }, run: 'running', clips: 2 },
    'reload the page',
    'trouble',
  ],
] as const)('%j is %s', (situation, text, mood) => {
  expect(words(situation)).toEqual({ text, mood })
})
