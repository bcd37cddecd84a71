// Names of run folders.

import { UserError } from '../errors/user-error.ts'

/** `drawer-open-pebble-1-20261123-140500`: sorts by what it is, then by when it began. */
export function defaultRunName(
  of: { readonly task: string; readonly method: string; readonly seed: number },
  at: Date,
): string {
  return `${of.task}-${of.method}-${of.seed}-${timeStamp(at)}`
}

/** `20261123-140500`, UTC. */
export function timeStamp(at: Date): string {
  const [day = '', time = ''] = at.toISOString().replace(/[-:]/g, '').split('T')
  return `${day}-${time.slice(0, 6)}`
}

/** @throws UserError where the name would not be one plain folder on every system. */
export function checkRunName(name: string): string {
  if (/^[\w-][\w.-]{0,150}$/.test(name)) return name
  throw new UserError(`found run name "${name}", expected letters, digits, dots and dashes, such as --name first-try`)
}
