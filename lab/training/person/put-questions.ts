// Puts new pairs on the desk, as many as fit, and lets the helper answer its share.

import { pairOf } from '../../../rewards/quality/pair.ts'
import { preferenceOf, type Question, type Teacher } from '../../../rewards/teachers/teacher.ts'
import type { Config } from '../../config/schema.ts'
import { drawQuestions, questionOf } from '../ask.ts'
import type { PersonLaboratory } from './laboratory.ts'
import { standingOf } from './standing.ts'

/** How many more questions fit on the desk: none when all answers that are wanted are there. */
export function roomOnDesk({ config, person: { inquiry } }: PersonLaboratory): number {
  const open = inquiry.open()
  const left = wantedOfPerson(config) - inquiry.desk.progress().answered
  return Math.max(0, Math.min(config.person.waiting, left) - open)
}

/** What the helper leaves of the budget. */
export function wantedOfPerson({ labels, person: { helper, helped } }: Config): number {
  return helper === 'none' ? labels : Math.ceil(labels * (1 - helped))
}

export async function putQuestions(lab: PersonLaboratory): Promise<void> {
  const { inquiry, footage, helper } = lab.person
  for (const question of await drawNew(lab, roomOnDesk(lab))) {
    const { first, second } = question
    const sameStart = first.start === second.start && footage.seed(first.episode) === footage.seed(second.episode)
    inquiry.put({ ...question, fair: sameStart })
  }
  if (helper) for (const question of await drawNew(lab, helpersTurn(lab))) await letAnswer(lab, helper, question)
}

/** Pairs that nobody was asked about yet, recorded so that they can be looked at and learned from at any time. */
async function drawNew(lab: PersonLaboratory, count: number): Promise<Question[]> {
  if (count === 0) return []
  const { inquiry, footage } = lab.person
  const seen = new Set(standingOf(lab.preferences.log.answers()).answered)
  const drawn = (await drawQuestions(lab, count)).map((pair) => questionOf(lab, pair))
  const fresh = drawn.filter(({ first, second }) => {
    const pair = pairOf(first, second)
    if (seen.has(pair) || inquiry.has(first, second)) return false
    seen.add(pair)
    return true
  })
  for (const { episode } of fresh.flatMap(({ first, second }) => [first, second])) await footage.film(episode)
  return fresh
}

/** The helper keeps in step with the person, so that its share holds at any time. */
function helpersTurn({ config, preferences, person: { inquiry } }: PersonLaboratory): number {
  const { helped } = config.person
  const answered = preferences.log.answers().filter(({ by }) => by.startsWith('teacher:')).length
  const inStep = Math.floor((helped / (1 - helped)) * (inquiry.desk.progress().answered + inquiry.open()))
  return Math.max(0, Math.min(inStep, config.labels - wantedOfPerson(config)) - answered)
}

async function letAnswer({ preferences }: PersonLaboratory, helper: Teacher, question: Question): Promise<void> {
  const reply = await helper.answer(question)
  await preferences.log.append(preferenceOf(helper, question, reply, new Date().toISOString()))
}
