// Errors that a user can act on. One place prints them (lab/commands/main.ts): one line, no stack.

/** What was found, what was expected, what to type. `asked-wrongly` exits with 2, `failed` with 1. */
export class UserError extends Error {
  readonly kind: 'asked-wrongly' | 'failed'

  constructor(message: string, kind: 'asked-wrongly' | 'failed' = 'asked-wrongly') {
    super(message)
    this.name = 'UserError'
    this.kind = kind
  }
}
