// Answers of the scripted teacher about segments of a dataset, a share of them turned round, in the log.

import { openPreferenceLog } from '../../../rewards/preference/log.ts'
import { type Answer, labelValue, type SegmentRef } from '../../../rewards/preference/preference.ts'
import type { EvidenceStore } from '../../../rewards/teachers/evidence-store.ts'
import { preferenceOf, type Teacher } from '../../../rewards/teachers/teacher.ts'
import type { OfflineDataset } from '../../dataset/offline-dataset.ts'
import { UserError } from '../../errors/user-error.ts'
import { openLogFile } from '../../files/log-file.ts'
import { makeTeacher } from '../teacher.ts'
import type { OfflineLaboratory } from './laboratory.ts'

export interface Answered {
  /** In the preference log. */
  readonly id: string
  /** 1 first preferred, 0 second, 0.5 equal; undefined where the teacher skipped. */
  readonly label: number | undefined
}

/** Asks about every pair, in their order. */
export async function answersAbout(
  lab: OfflineLaboratory,
  { data, evidence }: { readonly data: OfflineDataset; readonly evidence: EvidenceStore },
  pairs: readonly (readonly [SegmentRef, SegmentRef])[],
): Promise<Answered[]> {
  const { run, config, streams, counters } = lab
  const teacher = makeTeacher({ config, evidence, random: streams.teacher, seriesNames: data.termNames })
  if (!teacher) throw new UserError(`method=${config.method} needs a scripted teacher; type teacher=oracle`)
  // A run that goes on from before its first checkpoint asks everything anew.
  await run.write('labels.jsonl', '')
  const log = await openPreferenceLog(await openLogFile(run.file('labels.jsonl')))
  try {
    const answered: Answered[] = []
    for (const [first, second] of pairs) {
      const reply = await noisyReply(lab, teacher, { first, second })
      const preference = preferenceOf(teacher, { first, second }, reply, new Date().toISOString())
      const { id } = await log.append(preference)
      answered.push({ id, label: labelValue(reply.answer) })
      counters.questions++
    }
    return answered
  } finally {
    await log.close()
  }
}

type Question = Parameters<Teacher['answer']>[0]

async function noisyReply({ config, streams }: OfflineLaboratory, teacher: Teacher, question: Question) {
  const reply = await teacher.answer(question)
  const slips = streams.teacher.uniform(0, 1) < config.pearl.noise
  return slips ? { ...reply, answer: opposite(reply.answer) } : reply
}

function opposite(answer: Answer): Answer {
  if (answer === 'first') return 'second'
  return answer === 'second' ? 'first' : answer
}
