// A labelling over small recordings, in memory but for what a test asks to be slow or to fail.

import { createDesk, type Desk } from '../../rewards/preference/desk.ts'
import type { DeskQuestion } from '../../rewards/preference/desk-question.ts'
import { openPreferenceLog, type PreferenceLog } from '../../rewards/preference/log.ts'
import type { LogFile } from '../../rewards/preference/log-file.ts'
import { memoryLogFile } from '../../rewards/preference/memory-log-file.ts'
import type { Labelling } from '../../viewer/server/labelling.ts'
import { secondsOf, segmentFrame } from '../../viewer/server/segment-frame.ts'
import { recordingOf } from './recordings-to-judge.ts'

export interface SomeLabelling extends Labelling {
  readonly log: PreferenceLog
}

interface Wanted {
  readonly questions?: number
  readonly wanted?: number
  readonly file?: LogFile
  readonly change?: Partial<Labelling>
}

export async function someLabelling({ questions = 20, wanted, file, change }: Wanted = {}): Promise<SomeLabelling> {
  const log = await openPreferenceLog(file ?? memoryLogFile())
  const budget = wanted === undefined ? {} : { wanted }
  const desk: Desk = createDesk({ log, now: Date.now, random: Math.random, ...budget })
  desk.add(Array.from({ length: questions }, (_, i) => labelQuestionOf(i)))
  const recording = recordingOf({})
  return {
    ...{ desk, log, annotator: 'anna', instructions: 'Which is better?' },
    seconds: ({ length }) => secondsOf(length, recording),
    clip: async ({ id, segments }, member) =>
      segmentFrame({ question: id, member, segment: segments[member]!, recording }),
    ...change,
  }
}

export function labelQuestionOf(index: number): DeskQuestion {
  const segments = [0, 1].map((member) => ({ episode: `${index}-${member}`, start: 10, length: 10 }))
  return { id: `q${index}`, task: 'reach', segments, fair: true }
}
