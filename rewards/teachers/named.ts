// B-Pref's scripted teachers as data. One pure function (answer.ts) applies every one of them.

import type { ScriptedTeacher } from './answer.ts'

// biome-ignore format: a table reads better in columns
export const namedTeachers = {
  oracle:  { rationality: Number.POSITIVE_INFINITY, discount: 1,   mistake: 0,   skip: 0,   equal: 0 },
  mistake: { rationality: Number.POSITIVE_INFINITY, discount: 1,   mistake: 0.1, skip: 0,   equal: 0 },
  noisy:   { rationality: 1,                        discount: 1,   mistake: 0,   skip: 0,   equal: 0 },
  skip:    { rationality: Number.POSITIVE_INFINITY, discount: 1,   mistake: 0,   skip: 0.1, equal: 0 },
  myopic:  { rationality: Number.POSITIVE_INFINITY, discount: 0.9, mistake: 0,   skip: 0,   equal: 0 },
  equal:   { rationality: Number.POSITIVE_INFINITY, discount: 1,   mistake: 0,   skip: 0,   equal: 0.1 },
} satisfies Record<string, ScriptedTeacher>

export type TeacherName = keyof typeof namedTeachers
