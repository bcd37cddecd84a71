// Who may be named as the teacher of a run.

import { namedTeachers } from '../../rewards/teachers/named.ts'
import type { Config } from './schema.ts'

/** Whoever opens the page. */
const PERSON = 'person'

/** Those that go by an order of factors. */
export const rankingTeachers = ['tree', 'harmonic'] as const

export const teacherNames: readonly string[] = [...Object.keys(namedTeachers), ...rankingTeachers, PERSON]

export function ranksFactors({ teacher }: Pick<Config, 'teacher'>): boolean {
  return rankingTeachers.some((each) => each === teacher)
}

export function asksPerson({ teacher }: Pick<Config, 'teacher'>): boolean {
  return teacher === PERSON
}
