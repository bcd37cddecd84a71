// A suite by the name that somebody typed.

import { type Suite, suite } from '../../envs/suites/suite.ts'
import { UserError } from '../errors/user-error.ts'

/** @throws UserError naming the nearest suite or task */
export function chooseSuite(named: string): Suite {
  try {
    return suite(named)
  } catch (error) {
    throw error instanceof RangeError ? new UserError(error.message) : error
  }
}
