// A run's folder: made once, never overwritten, written by one process at a time, whole at every moment.

import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { renderConfig } from '../config/render.ts'
import type { Config } from '../config/schema.ts'
import { UserError } from '../errors/user-error.ts'
import { type LineFile, openLineFile } from '../files/line-file.ts'
import { takeLock } from '../files/lock-file.ts'
import { systemError } from '../files/system-error.ts'
import { writeAtomic } from '../files/write-atomic.ts'
import { EVENT_FILE } from '../tensorboard/event-file.ts'
import { mirrorToTensorBoard } from '../tensorboard/mirror.ts'
import { collectMeta, type RunMeta, type RunOrigin } from './meta.ts'
import type { Metric } from './metrics.ts'
import { readRun } from './read-run.ts'
import { checkRunName } from './run-name.ts'

/** A run that this process may write. */
export interface RunFolder {
  readonly name: string
  /** As it was given, for people. */
  readonly path: string
  readonly config: Config
  readonly meta: RunMeta
  readonly metrics: LineFile<Metric>
  /** Absolute path of something in it, such as `labels.jsonl` or `recordings/12.rec`. */
  file(name: string): string
  /** Writes a whole file, or leaves the former one. */
  write(name: string, data: string | Uint8Array): Promise<void>
  close(): void
}

export interface CreateRun {
  /** Folder of runs, created when missing. */
  readonly folder: string
  readonly name: string
  readonly config: Config
  readonly origin: Omit<RunOrigin, 'task' | 'method' | 'seed'>
}

/** @throws UserError when the run exists or cannot be written. */
export async function createRun({ folder, name, config, origin }: CreateRun): Promise<RunFolder> {
  const path = join(folder, checkRunName(name))
  makeFolders(folder, path)
  const { task, method, seed } = config
  const meta = collectMeta({ task, method, seed, ...origin })
  await writeAtomic(join(path, 'config.yaml'), renderConfig(config, origin.source))
  await writeAtomic(join(path, 'meta.json'), `${JSON.stringify(meta, null, 2)}\n`)
  return openRun({ path, config, meta, torn: () => {} })
}

/** Opens a run to go on with. @param note is told, in words, what was repaired or differs from when it began. */
export function resumeRun(path: string, engine: string, note: (text: string) => void): RunFolder {
  const { config, meta, measured } = readRun(path)
  if (measured.final) {
    throw new UserError(`${path} is finished (success ${measured.final.success}); to learn more, start another run`)
  }
  if (meta.engine !== engine) note(`the run began on ${meta.engine}, this is ${engine}: it will not repeat bit for bit`)
  const torn = (bytes: number) => note(`cut off the torn last line of metrics.jsonl (${bytes} bytes)`)
  return openRun({ path, config, meta, torn })
}

function openRun(run: Pick<RunFolder, 'path' | 'config' | 'meta'> & { torn: (bytes: number) => void }): RunFolder {
  const { path, config, meta, torn } = run
  const metricsPath = join(path, 'metrics.jsonl')
  const lock = takeLock(metricsPath, randomBytes(4).toString('hex'))
  try {
    const metrics = mirrorToTensorBoard(openLineFile<Metric>(metricsPath, torn), {
      path: join(path, EVENT_FILE),
      configuration: renderConfig(config, meta.source),
      now: Date.now,
    })
    return {
      name: basename(resolve(path)),
      path,
      config,
      meta,
      metrics,
      file: (name) => resolve(path, name),
      write: (name, data) => writeAtomic(join(path, name), data),
      close() {
        metrics.close()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

function makeFolders(folder: string, path: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw systemError('create', folder, error)
  }
  try {
    mkdirSync(path)
    mkdirSync(join(path, 'recordings'))
    mkdirSync(join(path, 'checkpoints'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw systemError('create', path, error)
    throw new UserError(
      `${path} exists already, and a run never overwrites another. Choose a name: --name ${basename(path)}-2; ` +
        `or go on with it: rapref train --resume ${path}`,
    )
  }
}
