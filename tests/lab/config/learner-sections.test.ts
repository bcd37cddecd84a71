import { expect, test } from 'vitest'
import { learners } from '../../../agents/learners.ts'
import { learnerNames } from '../../../lab/config/learner-sections.ts'

test('every learner has a section of the configuration, and every section a learner', () => {
  expect([...learnerNames].sort()).toEqual(Object.keys(learners).sort())
})
