// Writes a whole folder or nothing: beside it first, then renamed. A folder is never overwritten.

import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { UserError } from '../errors/user-error.ts'
import { syncFolder } from '../files/sync-folder.ts'
import { systemError } from '../files/system-error.ts'

/**
 * @param fill writes into a folder that is renamed when it is done, and removed where it fails
 * @throws UserError where something is there already, or the system refuses
 */
export async function writeWholeFolder<Result>(
  folder: string,
  fill: (aside: string) => Promise<Result>,
): Promise<Result> {
  if (existsSync(folder)) throw new UserError(`${folder} exists already; choose another place: --out <folder>`)
  const aside = `${folder}.${randomBytes(4).toString('hex')}.tmp`
  makeFolder(aside)
  try {
    const result = await fill(aside)
    await moved(aside, folder)
    return result
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

/** Made where it is missing, and all above it. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw systemError('create', folder, error)
  }
}

async function moved(aside: string, folder: string): Promise<void> {
  try {
    await rename(aside, folder)
    await syncFolder(dirname(folder))
  } catch (error) {
    throw systemError('write', folder, error)
  }
}
