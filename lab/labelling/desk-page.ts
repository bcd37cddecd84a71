// A desk as the page's server needs it: clips from recordings, what the model thinks, how good the answers are.

import type { Desk } from '../../rewards/preference/desk.ts'
import { qualityMeasures } from '../../rewards/quality/measures.ts'
import type { OracleAnswer } from '../../rewards/quality/oracle-agreement.ts'
import { labelQuality } from '../../rewards/quality/summary.ts'
import type { LabelQuality } from '../../viewer/protocol/label.ts'
import type { Labelling } from '../../viewer/server/labelling.ts'
import { segmentFrame } from '../../viewer/server/segment-frame.ts'
import { wilsonInterval } from '../statistics/wilson.ts'
import { insightInto } from './insight.ts'
import type { Predictor } from './predictor.ts'
import type { Shelf } from './shelf.ts'

export interface DeskPageOptions {
  readonly desk: Desk
  readonly shelf: Pick<Shelf, 'load' | 'stepSeconds'>
  /** Absent where there is no reward model. */
  readonly predictor?: Predictor | undefined
  readonly annotator: string
  readonly instructions: string
  /** Who knows the true rewards, to measure agreement with. */
  readonly oracle?: OracleAnswer
}

export function deskPage({ desk, shelf, predictor, annotator, instructions, oracle }: DeskPageOptions): Labelling {
  return {
    ...{ desk, annotator, instructions },
    seconds: ({ episode, length }) => length * shelf.stepSeconds(episode),
    async clip({ id, segments }, member) {
      const segment = segments[member]!
      return segmentFrame({ question: id, member, segment, recording: await shelf.load(segment.episode) })
    },
    insight: (question) => insightInto(question, { shelf, predictor }),
    quality: () => qualityOf(desk, oracle),
  }
}

export function qualityOf(desk: Desk, oracle?: OracleAnswer): LabelQuality {
  const { answered, skipped } = desk.progress()
  const measures = qualityMeasures(labelQuality(desk.answers(), { interval: wilsonInterval, oracle }))
  return { answered, skipped, measures: measures.map((measure) => ({ ...measure })) }
}
