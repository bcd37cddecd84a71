// Who an episode of a file is: as rapref noted it, or by its place in the file.

import { UserError } from '../../errors/user-error.ts'
import type { OfflineEpisode } from '../offline-dataset.ts'
import { type About, parseAbout } from './about.ts'
import type { ArraySource } from './array-file.ts'

type Name = Pick<OfflineEpisode, 'id' | 'part' | 'seed' | 'hash'>

/** @param count episodes of the file. @throws UserError where it does not hold those that were noted */
export function namesOf(
  source: ArraySource,
  count: number,
): { readonly about: About | undefined; of(index: number): Name } {
  if (count === 0) throw new UserError(`${source.path} holds no episodes, expected at least one`)
  const about = parseAbout(source.about, source.path)
  if (about !== undefined && about.episodes.length !== count) {
    throw new UserError(`${source.path} holds ${count} episodes, expected the ${about.episodes.length} that it names`)
  }
  return {
    about,
    of(index) {
      const noted = about?.episodes[index]
      if (noted === undefined) return { id: `${index}`, part: 'imported', seed: undefined, hash: undefined }
      const { id, part, seed, hash } = noted
      return { id, part, seed: seed ?? undefined, hash: hash ?? undefined }
    },
  }
}

/** In the order in which rapref noted them; those of a group where somebody else wrote the file. */
export function termNamesOf(source: ArraySource, group: string): readonly string[] {
  return parseAbout(source.about, source.path)?.termNames ?? source.names(group)
}

/** @throws UserError where two arrays that belong together have different numbers of rows */
export function expectRows(source: ArraySource, name: string, found: number, expected: number): void {
  if (found === expected) return
  throw new UserError(`${source.path}: ${name} has ${found} rows, expected ${expected}`)
}

export const noSuccess = 'it does not say which steps were a success; none is marked'
