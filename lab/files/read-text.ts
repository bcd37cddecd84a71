// Reads a text file that somebody named.

import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, extname } from 'node:path'
import { nearest } from '../../sim/names.ts'
import { UserError } from '../errors/user-error.ts'
import { systemError } from './system-error.ts'

/** @throws UserError, naming the nearest file of its kind in that folder where there is none of that name */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw systemError('read', path, error)
    const [near] = nearest(basename(path), siblings(path), 1)
    throw new UserError(`found no file ${path}${near === undefined ? '' : `; did you mean "${near}" beside it?`}`)
  }
}

function siblings(path: string): string[] {
  try {
    return readdirSync(dirname(path)).filter((name) => extname(name) === extname(path))
  } catch {
    return []
  }
}
