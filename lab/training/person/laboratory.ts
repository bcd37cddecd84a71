// What a run has besides when a person answers.

import type { Teacher } from '../../../rewards/teachers/teacher.ts'
import type { Laboratory, PreferenceLaboratory } from '../laboratory.ts'
import type { Footage } from './footage.ts'
import type { Inquiry } from './inquiry.ts'
import type { Refill } from './refill.ts'

export interface PersonLaboratory extends PreferenceLaboratory {
  readonly person: {
    readonly inquiry: Inquiry
    readonly refill: Refill
    readonly footage: Footage
    readonly closePage: () => Promise<void>
    /** Answers a part of the questions. */
    readonly helper: Teacher | undefined
    /** Answers about clips that cannot be had any more. */
    readonly unusable: Set<string>
  }
}

export function hasPerson(lab: Laboratory): lab is PersonLaboratory {
  return 'person' in lab
}

/** Nobody is asked any more, which the page says; what is being written down is finished first. */
export async function stopAsking({ person }: PersonLaboratory): Promise<void> {
  await person.refill.end()
  await person.inquiry.desk.close()
}

export async function dismissPerson(lab: PersonLaboratory): Promise<void> {
  const { person } = lab
  await stopAsking(lab)
  person.inquiry.close()
  await person.closePage()
}
