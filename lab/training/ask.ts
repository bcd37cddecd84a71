// A session with the teacher: choose pairs, ask, log the answers.

import { judgedPart } from '../../rewards/augment/crops.ts'
import type { LoggedAnswer } from '../../rewards/preference/log-lines.ts'
import { labelValue, type Preference } from '../../rewards/preference/preference.ts'
import { choosePairs } from '../../rewards/queries/choose-pairs.ts'
import type { SegmentPair } from '../../rewards/segments/segment.ts'
import { preferenceOf } from '../../rewards/teachers/teacher.ts'
import { sessionSize } from './counters.ts'
import type { PreferenceLaboratory } from './laboratory.ts'
import { queryOf, sourcesOf } from './sources.ts'

/** Puts the next pairs to the teacher. All answers are on the disk before anything is learned from them. */
export async function ask(lab: PreferenceLaboratory): Promise<void> {
  const { config, counters, preferences } = lab
  const pairs = await drawQuestions(lab, sessionSize(counters, config))
  for (const [index, { id, answer }] of (await answersTo(lab, pairs)).entries()) {
    const label = labelValue(answer)
    if (label !== undefined) preferences.pairs.add(id, pairs[index]!, label)
  }
  counters.questions += pairs.length
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

async function answersTo(lab: PreferenceLaboratory, pairs: readonly SegmentPair[]): Promise<readonly LoggedAnswer[]> {
  const { preferences, counters } = lab
  const { teacher, log } = preferences
  if (!teacher) throw new TypeError('there is no scripted teacher to ask')
  const answers: Preference[] = []
  for (const pair of pairs) {
    const question = questionOf(lab, pair)
    answers.push(preferenceOf(teacher, question, await teacher.answer(question), new Date().toISOString()))
  }
  // After a crash the log may be ahead of the checkpoint: the same questions then have their answers already.
  const logged = log.answers().slice(counters.questions, counters.questions + answers.length)
  return [...logged, ...(await log.appendAll(answers.slice(logged.length)))]
}
