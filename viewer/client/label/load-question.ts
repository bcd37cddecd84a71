// A question with its clips, fetched and decoded.

import { decodeClip } from '../../protocol/frames.ts'
import type { LabelQuestion } from '../../protocol/label.ts'
import { clipKey, type PageMessage } from '../../protocol/messages.ts'
import { createLibrary } from '../runs/library.ts'
import type { Ready } from './queue.ts'

export interface QuestionLoader {
  load(question: LabelQuestion): Promise<Ready>
  /** @throws FrameError */
  received(bytes: Uint8Array): void
  missing(run: string, clip: string, message: string): void
}

/** The present question, those behind it, and the last one for a look back: four clips each. */
const clipsKept = 24

export function createQuestionLoader(wire: {
  keep(key: string, message: PageMessage): void
  forget(key: string): void
}): QuestionLoader {
  const library = createLibrary({
    request: (run, clip) => wire.keep(clipKey({ run, clip }), { type: 'clip', run, clip }),
    settled: (run, clip) => wire.forget(clipKey({ run, clip })),
    room: clipsKept,
  })
  return {
    async load(question) {
      const clips = await Promise.all(question.clips.map(({ address }) => library.get(address.run, address.clip)))
      return { question, clips }
    },
    received: (bytes) => library.arrived(decodeClip(bytes)),
    missing: library.missing,
  }
}
