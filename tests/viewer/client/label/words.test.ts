import { expect, test } from 'vitest'
import { closingLine, labelWords, type Situation, stageLines } from '../../../../viewer/client/label/words.ts'

const resting: Situation = {
  connection: { kind: 'open' },
  state: 'asking',
  asking: true,
  held: 2,
  waiting: 0,
  saved: 0,
}

test.each<[Partial<Situation>, string, string]>([
  [{ connection: { kind: 'connecting' } }, 'Connecting', 'waiting'],
  [{ connection: { kind: 'connecting' }, waiting: 1 }, 'Connecting, 1 answer queued here', 'waiting'],
  [{ connection: { kind: 'lost' } }, 'Disconnected, retrying', 'trouble'],
  [{ connection: { kind: 'lost' }, waiting: 3 }, 'Disconnected, retrying, 3 answers queued here', 'trouble'],
  [{ connection: { kind: 'lost', why: 'the server is full' } }, 'the server is full', 'trouble'],
  [{ connection: { kind: 'outdated', why: 'reload the page' } }, 'reload the page', 'trouble'],
  [{}, 'Ready', 'good'],
  [{ waiting: 1 }, 'Saving', 'waiting'],
  [{ waiting: 2 }, 'Saving 2 answers', 'waiting'],
  [{ saved: 1 }, 'Saved on disk', 'good'],
  [{ asking: false }, 'Behind, fetching the next clips', 'waiting'],
  [{ asking: false, held: 0, state: 'waiting' }, 'Waiting for clips', 'waiting'],
  [{ asking: false, held: 0, state: 'unknown' }, 'Connecting', 'waiting'],
  [{ asking: false, held: 0, state: 'closed' }, 'Nothing to label here', 'done'],
  [{ asking: false, held: 0, state: 'finished' }, 'Finished', 'done'],
  [{ asking: false, held: 0, state: 'finished', waiting: 1 }, 'Saving', 'waiting'],
])('%o is said as %s', (change, text, mood) => {
  expect(labelWords({ ...resting, ...change })).toEqual({ text, mood })
})

test('the end tells how many answers there are and how they agree', () => {
  const quality = {
    answered: 40,
    skipped: 1,
    measures: [{ id: 'self-agreement', text: 'You agree with yourself.', value: 0.93, of: 15, worry: false }],
  }
  expect(stageLines({ text: 'Finished', mood: 'done' }, quality)).toEqual([
    'Finished: 40 answers, 1 skipped',
    'You agree with yourself.',
  ])
  expect(stageLines({ text: 'Waiting for clips', mood: 'waiting' }, quality)).toEqual(['Waiting for clips'])
  expect(closingLine({ answered: 1, skipped: 0 })).toBe('1 answer')
})
