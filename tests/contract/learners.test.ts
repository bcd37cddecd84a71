// Every registered learner keeps the contract. A new learner adds its own tests by being registered, and a lesson to
// tests/support/toys/toys.ts.

import { describe, expect, test } from 'vitest'
import type { LearnerEntry } from '../../agents/contract.ts'
import { learners } from '../../agents/learners.ts'
import { type LearnerSubject, learnerChecks } from '../support/check-learner.ts'
import { lessons, toys } from '../support/toys/toys.ts'

const entries: readonly LearnerEntry[] = Object.values(learners)

function subjectOf(entry: LearnerEntry): LearnerSubject {
  return { entry, toy: toys[entry.kind], lesson: lessons[entry.id as keyof typeof lessons] }
}

test('finds learners to check and checks to run', () => {
  expect(Object.keys(learners)).toEqual(entries.map(({ id }) => id))
  expect(entries.length).toBeGreaterThanOrEqual(4)
  expect(learnerChecks.length).toBeGreaterThanOrEqual(12)
})

describe.each(entries.map((entry) => [entry.id, entry] as const))('%s', (_, entry) => {
  test.each(learnerChecks.map(({ name, check }) => [name, check] as const))('%s', (_, check) => check(subjectOf(entry)))
})
