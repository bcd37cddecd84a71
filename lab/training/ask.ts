// A session with the teacher: choose pairs, ask, log the answers.

import { labelValue } from '../../rewards/preference/preference.ts'
import { choosePairs } from '../../rewards/queries/choose-pairs.ts'
import { type QueryName, queries } from '../../rewards/queries/queries.ts'
import type { EpisodeSource } from '../../rewards/segments/draw.ts'
import type { SegmentPair } from '../../rewards/segments/segment.ts'
import { preferenceOf } from '../../rewards/teachers/teacher.ts'
import type { Config } from '../config/schema.ts'
import { sessionSize } from './counters.ts'
import type { PreferenceLaboratory } from './laboratory.ts'

/** Puts the next pairs to the teacher. An answer is on the disk before the next question. */
export async function ask(lab: PreferenceLaboratory): Promise<void> {
  const { config, counters, preferences } = lab
  for (const pair of await drawQuestions(lab, sessionSize(counters, config))) {
    const { id, label } = await answerTo(lab, pair)
    counters.questions++
    if (label !== undefined) preferences.pairs.add(id, pair, label)
  }
  counters.sessions++
}

/** Pairs to ask about next, of all kinds that the configuration wants. */
export async function drawQuestions(lab: PreferenceLaboratory, count: number): Promise<SegmentPair[]> {
  const twins = drawTwins(lab, Math.round(count * lab.config.session.branching))
  return [...twins, ...(await drawOthers(lab, count - twins.length))]
}

/** What became of one and the same state: the newest twins, from the moment at which they parted. */
function drawTwins({ preferences, config, streams }: PreferenceLaboratory, count: number): SegmentPair[] {
  const { twins, episodes } = preferences
  const newest = twins.slice(-config.session.recent)
  if (newest.length === 0) return []
  return Array.from({ length: count }, () => {
    const { first, second, moment } = newest[streams.pairs.integer(newest.length)]!
    const from = { start: moment, length: config.session.segment }
    return {
      first: episodes.segment({ episode: first, ...from }),
      second: episodes.segment({ episode: second, ...from }),
    }
  })
}

function drawOthers(lab: PreferenceLaboratory, count: number): Promise<SegmentPair[]> {
  const { config, counters, preferences, streams } = lab
  return choosePairs({
    store: preferences.episodes,
    // The first session knows nothing yet to choose by.
    query: counters.sessions === 0 ? queries.uniform : queries[config.query as QueryName],
    predictor: preferences.reward,
    count,
    length: config.session.segment,
    sources: sourcesOf(config),
    random: streams.pairs,
  })
}

/** The policy's newest episodes, and beside them what the policy would not show. */
function sourcesOf({ session }: Config): readonly EpisodeSource[] {
  const { recent, history, expert } = session
  return [
    { gatheredBy: 'policy', newest: recent, weight: 1 - history - expert },
    { weight: history },
    { gatheredBy: 'expert', weight: expert },
  ]
}

async function answerTo({ preferences, counters }: PreferenceLaboratory, { first, second }: SegmentPair) {
  const { teacher, log } = preferences
  if (!teacher) throw new TypeError('there is no scripted teacher to ask')
  const question = { first: first.ref, second: second.ref }
  const reply = await teacher.answer(question)
  // After a crash the log may be ahead of the checkpoint: the same question then has its answer already.
  const logged = log.answers()[counters.questions]
  const preference = logged ?? (await log.append(preferenceOf(teacher, question, reply, new Date().toISOString())))
  return { id: preference.id, label: labelValue(preference.answer) }
}
