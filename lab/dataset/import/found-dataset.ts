// What is found in somebody's file: episodes, or segments with answers about them.

import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../../errors/user-error.ts'
import { systemError } from '../../files/system-error.ts'
import { type About, parseAbout } from '../formats/about.ts'
import type { ArraySource } from '../formats/array-file.ts'
import type { ReadEpisodes } from '../formats/format.ts'
import { layoutOf } from '../formats/layouts.ts'
import { openArrayFile } from '../formats/open-array-file.ts'
import type { StepWidth } from '../formats/preferences/layout.ts'
import { type AnswerAbout, segmentsAsEpisodes } from './segments-as-episodes.ts'

export interface FoundDataset extends ReadEpisodes {
  readonly layout: string
  /** What rapref noted in it; undefined of files that others wrote. */
  readonly about: About | undefined
  readonly answers: readonly AnswerAbout[]
}

/** @param widthOf of a step in the task that the file is of, which it says where rapref wrote it */
export async function findDataset(
  path: string,
  widthOf: (about: About | undefined) => Promise<StepWidth>,
): Promise<FoundDataset> {
  const file = dataFile(path)
  return openArrayFile(readBytes(file), file, async (source) => {
    const about = parseAbout(source.about, file)
    return { about, ...decode(source, about, await widthOf(about)) }
  })
}

function decode(source: ArraySource, about: About | undefined, width: StepWidth): Omit<FoundDataset, 'about'> {
  const found = layoutOf(source)
  const layout = found.layout.id
  if (found.holds === 'episodes') return { layout, answers: [], ...found.layout.decode(source) }
  return { layout, ...segmentsAsEpisodes(source.path, found.layout.decode(source, width), about?.answers ?? []) }
}

const MINARI_FILE = 'main_data.hdf5'

/** A folder is one of Minari's. */
function dataFile(path: string): string {
  if (!existsSync(path)) throw new UserError(`found nothing at ${path}, expected a file of HDF5 or npz`)
  if (!statSync(path).isDirectory()) return path
  const file = [join(path, MINARI_FILE), join(path, 'data', MINARI_FILE)].find((each) => existsSync(each))
  if (file !== undefined) return file
  throw new UserError(`found no data/${MINARI_FILE} in ${path}, expected a dataset of Minari's in HDF5, or a file`)
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    throw systemError('read', path, error)
  }
}
