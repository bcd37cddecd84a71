// What other people's formats have no place for, and rapref wants back: kept as one JSON text in the file.

import { z } from 'zod'
import { UserError } from '../../errors/user-error.ts'
import type { OfflineDataset } from '../offline-dataset.ts'

const aboutSchema = z.object({
  task: z.string(),
  options: z.record(z.string(), z.unknown()),
  engine: z.string().nullable(),
  termNames: z.array(z.string()),
  episodes: z.array(
    z.object({
      id: z.string(),
      part: z.string(),
      seed: z.int().nullable(),
      hash: z.string().nullable(),
      ending: z.enum(['time-limit', 'terminal']),
    }),
  ),
})

export type About = Readonly<z.output<typeof aboutSchema>>

export function aboutText({ task, options, engine, termNames, episodes }: OfflineDataset): string {
  const about = {
    task,
    options: { ...options },
    engine: engine ?? null,
    termNames: [...termNames],
    episodes: episodes.map(({ id, part, seed, hash, ending }) => {
      return { id, part, seed: seed ?? null, hash: hash ?? null, ending }
    }),
  } satisfies About
  return JSON.stringify(about)
}

/** @returns undefined of files that others wrote. @throws UserError where it is not what rapref writes */
export function parseAbout(text: string | undefined, path: string): About | undefined {
  if (text === undefined) return undefined
  try {
    return aboutSchema.parse(JSON.parse(text))
  } catch {
    throw new UserError(`${path}: what rapref noted in it is damaged; export it again`, 'failed')
  }
}
