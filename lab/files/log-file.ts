// The preference log's file under Node: appended, flushed with fsync, and locked against a second writer.

import { randomBytes } from 'node:crypto'
import { type FileHandle, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { LogFile } from '../../rewards/preference/log-file.ts'
import { type Lock, takeLock } from './lock-file.ts'
import { syncFolder } from './sync-folder.ts'
import { systemError } from './system-error.ts'

/**
 * Opens or creates a log for writing. Reading alone needs no lock: give the file's bytes to `parseLog`.
 *
 * @throws UserError when another process writes it, or when the system refuses
 */
export async function openLogFile(path: string): Promise<LogFile> {
  const writer = randomBytes(4).toString('hex')
  const lock = takeLock(path, writer)
  let file: FileHandle | undefined
  try {
    file = await open(path, 'a')
    await syncFolder(dirname(path))
    return lockedFile({ path, writer, file, lock })
  } catch (error) {
    await file?.close()
    lock.release()
    throw systemError('open', path, error)
  }
}

function lockedFile(parts: { path: string; writer: string; file: FileHandle; lock: Lock }): LogFile {
  const { path, writer, file, lock } = parts
  return {
    name: path,
    writer,
    read: () => readFile(path),
    append: (bytes) => file.appendFile(bytes),
    sync: () => file.sync(),
    truncate: (length) => file.truncate(length),
    close: async () => {
      try {
        await file.close()
      } finally {
        lock.release()
      }
    },
  }
}
