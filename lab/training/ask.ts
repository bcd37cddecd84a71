// A session with the teacher: choose pairs, ask, log the answers.

import { judgedPart } from '../../rewards/augment/crops.ts'
import { labelValue } from '../../rewards/preference/preference.ts'
import { choosePairs } from '../../rewards/queries/choose-pairs.ts'
import type { SegmentPair } from '../../rewards/segments/segment.ts'
import { preferenceOf } from '../../rewards/teachers/teacher.ts'
import { sessionSize } from './counters.ts'
import type { PreferenceLaboratory } from './laboratory.ts'
import { queryOf, sourcesOf } from './sources.ts'

/** Puts the next pairs to the teacher. An answer is on the disk before the next question. */
export async function ask(lab: PreferenceLaboratory): Promise<void> {
  const { config, counters, preferences } = lab
  for (const pair of await drawQuestions(lab, sessionSize(counters, config))) {
    const { id, label } = await answerTo(lab, pair)
    counters.questions++
    if (label !== undefined) preferences.pairs.add(id, pair, label)
  }
  counters.sessions++
  for (const text of preferences.teacher?.notes?.() ?? []) lab.monitor.note(text)
}

/** Pairs to ask about next, of all kinds that the configuration wants. */
export async function drawQuestions(lab: PreferenceLaboratory, count: number): Promise<SegmentPair[]> {
  const twins = drawTwins(lab, Math.round(count * lab.config.session.branching))
  return [...twins, ...(await drawOthers(lab, count - twins.length))]
}

/** What became of one and the same state: the newest twins, from the moment at which they parted. */
function drawTwins({ preferences, config, streams, episodeSteps }: PreferenceLaboratory, count: number): SegmentPair[] {
  const { twins, episodes } = preferences
  const { stored, margin } = preferences.reward.plan
  const newest = twins.slice(-config.session.recent)
  if (newest.length === 0) return []
  return Array.from({ length: count }, () => {
    const { first, second, moment } = newest[streams.pairs.integer(newest.length)]!
    const from = { start: Math.min(Math.max(0, moment - margin), episodeSteps - stored), length: stored }
    return {
      first: episodes.segment({ episode: first, ...from }),
      second: episodes.segment({ episode: second, ...from }),
    }
  })
}

function drawOthers(lab: PreferenceLaboratory, count: number): Promise<SegmentPair[]> {
  const { preferences, streams } = lab
  const query = queryOf(lab)
  return choosePairs({
    store: preferences.episodes,
    query,
    predictor: preferences.reward,
    count,
    length: preferences.reward.plan.stored,
    sources: sourcesOf(lab, query),
    random: streams.pairs,
    stateSize: preferences.rowSizes.view,
    answered: preferences.pairs.all(),
  })
}

/** What is asked about a pair: the part of its segments that is judged. */
export function questionOf({ preferences }: PreferenceLaboratory, { first, second }: SegmentPair) {
  const { plan } = preferences.reward
  return { first: judgedPart(plan, first.ref), second: judgedPart(plan, second.ref) }
}

async function answerTo(lab: PreferenceLaboratory, pair: SegmentPair) {
  const { preferences, counters } = lab
  const { teacher, log } = preferences
  if (!teacher) throw new TypeError('there is no scripted teacher to ask')
  const question = questionOf(lab, pair)
  const reply = await teacher.answer(question)
  // After a crash the log may be ahead of the checkpoint: the same question then has its answer already.
  const logged = log.answers()[counters.questions]
  const preference = logged ?? (await log.append(preferenceOf(teacher, question, reply, new Date().toISOString())))
  return { id: preference.id, label: labelValue(preference.answer) }
}
