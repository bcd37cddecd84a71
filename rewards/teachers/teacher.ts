// Whoever answers: a scripted teacher, a tree of ranked factors, a person at the page. The loop cannot tell them apart.

import type { Answer, Preference, Reason, SegmentRef } from '../preference/preference.ts'

export interface Question {
  readonly first: SegmentRef
  readonly second: SegmentRef
}

export interface Reply {
  readonly answer: Answer
  /** Which of the two was shown on the left. */
  readonly left: 'first' | 'second'
  /** Time that the answer took; 0 for scripted teachers. */
  readonly milliseconds: number
  /** The step, counted from the segments' start, that decided the answer. */
  readonly decisiveStep?: number
  /** Which level of a ranking decided. */
  readonly reason?: Reason
}

export interface Teacher {
  /** `person:<name>` or `teacher:<name>`, as the preference log has it. */
  readonly by: string
  /** A person takes their time; several questions may be open at once. */
  answer(question: Question): Promise<Reply>
  /** What whoever set it up should know, each said once. */
  notes?(): readonly string[]
}

/** A teacher that goes by what it has seen, and must not forget it when a run is resumed. */
export interface LearningTeacher<Memory = unknown> extends Teacher {
  /** Fit for JSON. */
  save(): Memory
  restore(saved: Memory): void
}

export function learns(teacher: Teacher): teacher is LearningTeacher {
  return 'save' in teacher && 'restore' in teacher
}

/** @param at ISO 8601 time of the answer */
export function preferenceOf(teacher: Teacher, question: Question, reply: Reply, at: string): Preference {
  return { first: question.first, second: question.second, ...reply, by: teacher.by, at }
}
