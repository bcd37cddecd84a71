// Turns what the operating system refuses into one line that says what to do.

import { UserError } from '../errors/user-error.ts'

const advice: Readonly<Record<string, string>> = {
  EACCES: 'no permission; change it, or choose another folder',
  EPERM: 'no permission; change it, or choose another folder',
  EROFS: 'that file system is read-only; choose another folder',
  ENOSPC: 'the disk is full; make room and try again',
  EDQUOT: 'the disk quota is used up; make room and try again',
  ENOENT: 'that folder does not exist; create it first',
  ENOTDIR: 'a part of that path is a file, not a folder',
  EISDIR: 'that is a folder, not a file',
}

/** @param doing what failed, such as `open` or `write to` */
export function systemError(doing: string, path: string, cause: unknown): UserError {
  const { code, message } = cause as NodeJS.ErrnoException
  const known = code && advice[code] ? `${advice[code]} (${code})` : message
  const error = new UserError(`Cannot ${doing} ${path}: ${known}.`, 'failed')
  error.cause = cause
  return error
}
