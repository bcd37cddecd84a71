// dataset.json: what a dataset holds, part by part. Written last, so that a folder that has one is whole.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { EnvOptions } from '../../envs/contract.ts'
import { resolveOptions } from '../../envs/options.ts'
import { UserError } from '../errors/user-error.ts'
import { readText } from '../files/read-text.ts'
import { writeAtomic } from '../files/write-atomic.ts'

export const MANIFEST_FILE = 'dataset.json'
const FORMAT = 'rapref dataset'
const VERSION = 1

const originFields = {
  /** Who acted, as in recordings. */
  policy: z.string(),
  /** Standard deviation of the normal noise that was added to every action. */
  noise: z.number().min(0),
}

/** Where a part of the mix comes from. */
export const originSchema = z.object({ name: z.string().min(1), ...originFields })

const partSchema = z.object({
  /** As typed in a mix: `expert`, `expert~0.5`, `random`, or a run's name. */
  name: z.string().min(1),
  /** Of its numbers, in the same folder. */
  file: z.string().min(1),
  bytes: z.int().min(0),
  /** CRC-32 of the file. */
  checksum: z.int().min(0),
  ...originFields,
  /** First and last; null where they are not known. */
  seeds: z.tuple([z.int(), z.int()]).nullable(),
  episodes: z.int().min(1),
  /** Decisions of all episodes. */
  steps: z.int().min(0),
  /** Share of episodes with success at some step, and at the last one. */
  successAny: z.number().min(0).max(1),
  successLast: z.number().min(0).max(1),
  /** Over its episodes: the sum of rewards a control step. */
  return: z.object({ mean: z.number(), least: z.number(), most: z.number() }),
})

export type DatasetPart = Readonly<z.output<typeof partSchema>>

/** Options of worlds, as they were when the file was written. */
export const optionsSchema = z.record(z.string(), z.unknown()).transform((found, context): EnvOptions => {
  const options = found as Partial<EnvOptions>
  try {
    return resolveOptions(options, {}, options.variant === undefined ? [] : [options.variant])
  } catch (error) {
    context.addIssue(error instanceof Error ? error.message : String(error))
    return z.NEVER
  }
})

const manifestSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  /** Of the package that wrote it. */
  rapref: z.string(),
  task: z.string(),
  options: optionsSchema,
  /** Physics build; null where it was not simulated here. */
  engine: z.string().nullable(),
  /** The mix as typed, or the file that it was imported from. */
  source: z.string(),
  observationSize: z.int().min(1),
  actionSize: z.int().min(1),
  termNames: z.array(z.string()),
  parts: z.array(partSchema).min(1),
})

export type DatasetManifest = Readonly<Omit<z.output<typeof manifestSchema>, 'format' | 'version'>>

export function isDataset(folder: string): boolean {
  return existsSync(join(folder, MANIFEST_FILE))
}

export async function writeManifest(folder: string, manifest: DatasetManifest): Promise<void> {
  const text = JSON.stringify({ format: FORMAT, version: VERSION, ...manifest }, null, 2)
  await writeAtomic(join(folder, MANIFEST_FILE), `${text}\n`)
}

/** @throws UserError naming what is wrong with it */
export function readManifest(folder: string): DatasetManifest {
  const path = join(folder, MANIFEST_FILE)
  const { format: _format, version: _version, ...manifest } = parse(path, readText(path))
  return manifest
}

function parse(path: string, text: string): z.output<typeof manifestSchema> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw damaged(path, 'it is no JSON')
  }
  const checked = manifestSchema.safeParse(value)
  if (checked.success) return checked.data
  const issue = checked.error.issues[0]!
  throw damaged(path, `${issue.path.join('.') || 'it'}: ${issue.message}`)
}

function damaged(path: string, found: string): UserError {
  return new UserError(`${path} is damaged (${found}); put it back from a copy, or record the dataset anew`, 'failed')
}
