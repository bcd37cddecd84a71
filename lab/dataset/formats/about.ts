// What other people's formats have no place for, and rapref wants back: kept as one JSON text in the file.

import { z } from 'zod'
import { UserError } from '../../errors/user-error.ts'
import { optionsSchema, originSchema } from '../manifest.ts'
import type { OfflineDataset } from '../offline-dataset.ts'

const aboutSchema = z.object({
  task: z.string(),
  options: optionsSchema,
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
  /** Who acted in the parts of the mix. */
  origins: z.array(originSchema).default([]),
  /** Of preferences: who gave each, and when. */
  answers: z.array(z.object({ by: z.string(), at: z.string() })).default([]),
})

export type About = Readonly<z.output<typeof aboutSchema>>

type Answered = About['answers'][number]

/** @param answers of the file's preferences, in their order */
export function aboutText(dataset: OfflineDataset, answers: readonly Answered[] = []): string {
  const { task, options, engine, termNames, episodes, origins = [] } = dataset
  const about = {
    task,
    options: { ...options },
    engine: engine ?? null,
    termNames: [...termNames],
    episodes: episodes.map(({ id, part, seed, hash, ending }) => {
      return { id, part, seed: seed ?? null, hash: hash ?? null, ending }
    }),
    origins: [...origins],
    answers: [...answers],
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
