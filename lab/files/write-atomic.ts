// Writes a whole file or nothing: beside it first, flushed, then renamed over it. A reader never sees half a file.

import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncFolder } from './sync-folder.ts'
import { systemError } from './system-error.ts'

/** @throws UserError when the system refuses; what was there before is then still there. */
export async function writeAtomic(path: string, data: string | Uint8Array): Promise<void> {
  const aside = `${path}.${randomBytes(4).toString('hex')}.tmp`
  try {
    await writeFlushed(aside, data)
    await rename(aside, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await rm(aside, { force: true })
    throw systemError('write', path, error)
  }
}

async function writeFlushed(path: string, data: string | Uint8Array): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(data)
    await file.sync()
  } finally {
    await file.close()
  }
}
