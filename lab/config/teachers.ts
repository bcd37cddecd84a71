// Who may be named as the teacher of a run.

import { namedTeachers } from '../../rewards/teachers/named.ts'
import type { Config } from './schema.ts'

/** Whoever opens the page. */
const PERSON = 'person'

export const teacherNames: readonly string[] = [...Object.keys(namedTeachers), PERSON]

export function asksPerson({ teacher }: Pick<Config, 'teacher'>): boolean {
  return teacher === PERSON
}
