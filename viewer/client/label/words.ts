// What the labelling page is doing, in words.

import type { LabelQuality } from '../../protocol/label.ts'
import type { ConnectionState } from '../connection/connection.ts'
import type { Words } from '../connection/words.ts'
import { count } from '../dom/format.ts'
import type { LabelOffer } from './wire.ts'

export interface Situation {
  readonly connection: ConnectionState
  readonly state: LabelOffer['state'] | 'unknown' | 'closed'
  /** A question is on the page. */
  readonly asking: boolean
  /** Questions of this seat, on the page or on their way. */
  readonly held: number
  /** Answers that the server has not confirmed. */
  readonly waiting: number
  /** Answers that it has confirmed. */
  readonly saved: number
}

export function labelWords(situation: Situation): Words {
  const { connection, waiting } = situation
  switch (connection.kind) {
    case 'connecting':
      return { text: waiting === 0 ? 'Connecting' : `Connecting, ${queued(waiting)}`, mood: 'waiting' }
    case 'lost': {
      const lost = connection.why ?? 'Disconnected, retrying'
      return { text: waiting === 0 ? lost : `${lost}, ${queued(waiting)}`, mood: 'trouble' }
    }
    case 'outdated':
      return { text: connection.why, mood: 'trouble' }
    case 'open':
      return connected(situation)
  }
}

function connected({ state, asking, held, waiting, saved }: Situation): Words {
  if (waiting > 0) return { text: waiting === 1 ? 'Saving' : `Saving ${count(waiting)} answers`, mood: 'waiting' }
  if (asking) return { text: saved > 0 ? 'Saved on disk' : 'Ready', mood: 'good' }
  if (held > 0) return { text: 'Behind, fetching the next clips', mood: 'waiting' }
  switch (state) {
    case 'finished':
      return { text: 'Finished', mood: 'done' }
    case 'closed':
      return { text: 'Nothing to label here', mood: 'done' }
    case 'unknown':
      return { text: 'Connecting', mood: 'waiting' }
    case 'asking':
    case 'waiting':
      return { text: 'Waiting for clips', mood: 'waiting' }
  }
}

function queued(answers: number): string {
  return answers === 1 ? '1 answer queued here' : `${count(answers)} answers queued here`
}

/** One line about a finished session. */
export function closingLine({ answered, skipped }: Pick<LabelQuality, 'answered' | 'skipped'>): string {
  const gave = `${count(answered)} ${answered === 1 ? 'answer' : 'answers'}`
  return skipped === 0 ? gave : `${gave}, ${count(skipped)} skipped`
}

/** What stands where the clips would be: what the page is doing, and at the end how the answers agree. */
export function stageLines(words: Words, quality: LabelQuality | undefined): readonly string[] {
  if (words.mood !== 'done' || quality === undefined) return [words.text]
  return [`${words.text}: ${closingLine(quality)}`, ...quality.measures.slice(0, 4).map(({ text }) => text)]
}
