// The recording that an export is about: a file itself, or one of a run's.

import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { unknownName } from '../../sim/names.ts'
import { RecordingFormatError } from '../../sim/recording/errors.ts'
import type { Recording } from '../../sim/recording.ts'
import { decodeRecording } from '../../sim/recording-codec.ts'
import { recordingIds } from '../../viewer/server/recording-file.ts'
import { UserError } from '../errors/user-error.ts'
import { systemError } from '../files/system-error.ts'
import type { ExportRequest } from './request.ts'

export interface ChosenRecording {
  readonly file: string
  readonly bytes: Uint8Array
  readonly recording: Recording
}

/** @throws UserError when there is none, or when it is damaged */
export async function chosenRecording({ path, clip }: ExportRequest): Promise<ChosenRecording> {
  if (!existsSync(path)) throw new UserError(`found nothing at ${path}, expected a recording (.rec) or a run's folder`)
  const file = statSync(path).isDirectory() ? await ofRun(path, clip) : path
  const bytes = read(file)
  try {
    return { file, bytes, recording: decodeRecording(bytes) }
  } catch (error) {
    if (error instanceof RecordingFormatError) throw new UserError(`${file}: ${error.message}`, 'failed')
    throw error
  }
}

/** The file to write by default: beside the recording, with another ending. */
export function besides(file: string, ending: string): string {
  return `${file.replace(/\.rec$/, '')}.${ending}`
}

async function ofRun(path: string, clip: string | undefined): Promise<string> {
  const folder = join(path, 'recordings')
  const ids = await recordingIds(folder)
  if (ids.length === 0) throw new UserError(`found no recordings in ${folder}, expected files that end in .rec`)
  if (clip !== undefined && !ids.includes(clip)) throw new UserError(unknownName('clip', clip, ids.sort()))
  return join(folder, `${clip ?? newest(folder, ids)}.rec`)
}

/** Of files written in the same instant, the one with the greatest name, numbers counted as such. */
function newest(folder: string, ids: readonly string[]): string {
  const written = (id: string) => statSync(join(folder, `${id}.rec`)).mtimeMs
  const byName = [...ids].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  return byName.reduce((last, id) => (written(id) >= written(last) ? id : last))
}

function read(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    throw systemError('read', file, error)
  }
}
