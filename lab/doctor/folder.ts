// Whether runs can be written here: tried, not guessed.

import { randomBytes } from 'node:crypto'
import { existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { systemError } from '../files/system-error.ts'
import type { Finding } from './finding.ts'

/** @param path a folder that need not exist yet */
export function examineFolder(path: string): Finding {
  const id = 'runs'
  let existing = resolve(path)
  while (!existsSync(existing)) existing = dirname(existing)
  const trial = join(existing, `.rapref-${randomBytes(4).toString('hex')}`)
  try {
    writeFileSync(trial, 'x', { flag: 'wx' })
    rmSync(trial)
  } catch (error) {
    return {
      id,
      usable: false,
      why: `${systemError('write in', existing, error).message} Choose another: --runs <folder>`,
    }
  }
  const { bavail, bsize } = statfsSync(existing)
  return { id, usable: true, why: `${resolve(path)}, ${((Number(bavail) * bsize) / 2 ** 30).toFixed(1)} GiB free` }
}
