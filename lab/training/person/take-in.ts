// Takes in what was answered, and lets go of what was taken back: after it, the training pairs are what the log says.

import type { LoggedAnswer } from '../../../rewards/preference/log-lines.ts'
import { labelValue } from '../../../rewards/preference/preference.ts'
import type { PersonLaboratory } from './laboratory.ts'
import { segmentOf } from './segments.ts'
import { RerunError } from './simulate-again.ts'
import { standingOf } from './standing.ts'

export interface Taken {
  readonly added: number
  /** Answers that were taken back after they had been learned from. */
  readonly removed: number
}

export function takeIn(lab: PersonLaboratory): Taken {
  const { preferences, counters } = lab
  const { pairs, log } = preferences
  const { labelled } = standingOf(log.answers())
  const standing = new Set(labelled.map(({ id }) => id))
  const gone = pairs.all().filter(({ id }) => !standing.has(id))
  for (const { id } of gone) pairs.remove(id)
  const known = new Set(pairs.all().map(({ id }) => id))
  const fresh = labelled.filter(({ id }) => !known.has(id) && !lab.person.unusable.has(id))
  const added = fresh.filter((answer) => add(lab, answer)).length
  counters.questions = known.size + added
  return { added, removed: gone.length }
}

/** @returns false where the clips cannot be had any more: the answer stays in the log, and nothing learns from it */
function add(lab: PersonLaboratory, { id, first, second, answer }: LoggedAnswer): boolean {
  try {
    const pair = { first: segmentOf(lab, first), second: segmentOf(lab, second) }
    lab.preferences.pairs.add(id, pair, labelValue(answer)!)
    return true
  } catch (error) {
    if (!(error instanceof RerunError)) throw error
    lab.person.unusable.add(id)
    lab.monitor.note(`the answer ${id} is kept but teaches nothing: ${error.message}`)
    return false
  }
}
