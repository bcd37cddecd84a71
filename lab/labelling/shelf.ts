// The recordings that people are asked about: of a run, of a dataset, or of a folder of datasets. What they are is read
// once; their poses when somebody looks.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { CONTROL_STEP } from '../../sim/control-step.ts'
import type { Recording } from '../../sim/recording.ts'
import { decodeRecording } from '../../sim/recording-codec.ts'
import { UserError } from '../errors/user-error.ts'
import { systemError } from '../files/system-error.ts'

export interface ShelvedEpisode {
  /** How answers name it: the file's name without its ending, behind the folder's where there are several. */
  readonly id: string
  readonly path: string
  readonly task: string
  readonly seed: number
  /** Decisions, and what each lasts. */
  readonly steps: number
  readonly stepSeconds: number
  /** The state at the end: two that start and end alike are one. */
  readonly ending: string
  /** The task's own, [steps]: nobody is shown them, they measure how well people see. */
  readonly rewards: Float32Array
}

export interface Shelf {
  readonly episodes: readonly ShelvedEpisode[]
  /** What a decision of that episode lasts. */
  stepSeconds(id: string): number
  /** @throws UserError where the file is gone or damaged. */
  load(id: string): Promise<Recording>
}

/** Recordings that are kept in memory; both clips of a few questions. */
const kept = 16

/** @throws UserError where there are no recordings. */
export function openShelf(place: string): Shelf {
  if (!existsSync(place)) {
    throw new UserError(`found no folder ${place}, expected a run folder, or what rapref record wrote`)
  }
  const paths = recordingsIn(place)
  if (paths.size === 0) {
    throw new UserError(
      `found no recordings in ${place}; expected a run folder, or what rapref record wrote. ` +
        'To make some, type: rapref record drawer-open --policy expert --episodes 20',
    )
  }
  const episodes = [...paths].map(([id, path]) => describe(id, path, decode(path, readFileSync(path))))
  const byId = new Map(episodes.map((episode) => [episode.id, episode]))
  return {
    episodes,
    stepSeconds: (id) => byId.get(id)!.stepSeconds,
    load: recordingLoader((id) => byId.get(id)!.path),
  }
}

/** Reads recordings, and keeps the latest in memory. @param pathOf where an episode's lies */
export function recordingLoader(pathOf: (id: string) => string): Shelf['load'] {
  const loaded = new Map<string, Recording>()
  return async (id) => {
    const path = pathOf(id)
    const recording = loaded.get(id) ?? decode(path, await read(path))
    loaded.delete(id)
    loaded.set(id, recording)
    for (const oldest of [...loaded.keys()].slice(0, -kept)) loaded.delete(oldest)
    return recording
  }
}

/** Sorted, so that the same recordings always make the same questions. */
function recordingsIn(place: string): Map<string, string> {
  const own = filesIn(existsSync(join(place, 'recordings')) ? join(place, 'recordings') : place)
  if (own.length > 0) return new Map(own.map((path) => [nameOf(path), path]))
  const inside = list(place).filter((name) => existsSync(join(place, name, 'recordings')))
  const all = inside.flatMap((name) => filesIn(join(place, name, 'recordings')).map((path) => [name, path] as const))
  return new Map(all.map(([name, path]) => [`${name}/${nameOf(path)}`, path]))
}

function filesIn(folder: string): string[] {
  return list(folder)
    .filter((name) => name.endsWith('.rec'))
    .map((name) => join(folder, name))
}

function list(folder: string): string[] {
  try {
    return readdirSync(resolve(folder)).sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return []
    throw systemError('read', folder, error)
  }
}

function nameOf(path: string): string {
  return basename(path, '.rec')
}

function describe(id: string, path: string, recording: Recording): ShelvedEpisode {
  const { task, seed, rewards, options, hashes } = recording
  const stepSeconds = options.actionRepeat * CONTROL_STEP
  return { id, path, task, seed, steps: rewards.length, stepSeconds, ending: hashes.values.at(-1) ?? id, rewards }
}

function decode(path: string, bytes: Uint8Array): Recording {
  try {
    return decodeRecording(bytes)
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error)
    throw new UserError(`${path} is damaged (${found}); delete it, or put it back from a copy`, 'failed')
  }
}

async function read(path: string): Promise<Uint8Array> {
  return readFile(path).catch((error: unknown) => {
    throw systemError('read', path, error)
  })
}
