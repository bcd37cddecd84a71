// Options of the commands that ask people.

import { userInfo } from 'node:os'
import { UserError } from '../errors/user-error.ts'
import type { Options } from './command.ts'

export const personOptions = {
  annotator: { kind: 'text', value: '<name>', describe: 'Who answers where the page is given no name; default you' },
  instructions: { kind: 'text', value: '<text>', describe: 'What to look for, shown on the page' },
} as const satisfies Options

/** The name that was typed, or that of the account. */
export function checkedAnnotator(annotator = userInfo().username): string {
  if (/^[^\p{C}\p{Zl}\p{Zp}]{1,60}$/u.test(annotator)) return annotator
  throw new UserError(`found the name ${JSON.stringify(annotator)}, expected up to 60 letters; type --annotator anna`)
}
