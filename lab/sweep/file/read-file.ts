// Reads a sweep file. Its first line is a comment with the question that the sweep answers.

import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { z } from 'zod'
import { nearest } from '../../../sim/names.ts'
import { isMapping, parseYaml } from '../../config/layers.ts'
import { UserError } from '../../errors/user-error.ts'
import { systemError } from '../../files/system-error.ts'
import { type SweepFile, sweepFileSchema, sweepKeys } from './schema.ts'

export interface SweepSource {
  readonly file: SweepFile
  /** Where it was read from. */
  readonly path: string
  readonly text: string
  /** What it asks, from its first line; empty where that is no comment. */
  readonly question: string
}

/** @throws UserError naming the key, what was found and what was expected. */
export function readSweepFile(path: string): SweepSource {
  const text = readText(path)
  const { preset, ...file } = parseSweepFile(text, path)
  const question = /^#\s*(.*)/.exec(text)?.[1] ?? ''
  const isFile = /\.ya?ml$/.test(preset)
  return { file: { ...file, preset: isFile ? resolve(dirname(path), preset) : preset }, path, text, question }
}

export function parseSweepFile(text: string, origin: string): SweepFile {
  const document = parseYaml(text, origin)
  if (!isMapping(document)) throw new UserError(`${origin}: found no keys, expected such as "preset: quickstart"`)
  const result = sweepFileSchema.safeParse(document)
  if (!result.success) throw badFile(result.error.issues[0]!, document, origin)
  checkRungs(result.data, origin)
  return result.data
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw systemError('read', path, error)
    throw new UserError(`found no file ${path}; expected a sweep file such as lab/sweeps/teachers.yaml`)
  }
}

function badFile(issue: z.core.$ZodIssue, document: Record<string, unknown>, origin: string): UserError {
  const place = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') return unknownKey(issue.keys[0]!, place, origin)
  const [top = ''] = issue.path
  const found = JSON.stringify(issue.path.reduce<unknown>((value, key) => at(value, key), document)) ?? 'missing'
  return new UserError(
    `${place} is ${found} (in ${origin}): ${issue.message}. ${String(top)}: ${sweepKeys.get(String(top))}`,
  )
}

function at(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined
}

function unknownKey(key: string, place: string, origin: string): UserError {
  const known = place === '' ? [...sweepKeys.keys()] : keysOf(place)
  const full = place === '' ? key : `${place}.${key}`
  const near = nearest(key, known).join(', ')
  return new UserError(`unknown key "${full}" (in ${origin}); nearest: ${near}. rapref sweep --help lists all keys`)
}

/** Keys of a section such as `slurm`. */
function keysOf(section: string): readonly string[] {
  const shapes = sweepFileSchema.shape
  const parts = {
    local: shapes.local.unwrap(),
    slurm: shapes.slurm.unwrap(),
    random: shapes.random.unwrap(),
    halving: shapes.halving.unwrap(),
  }
  return Object.keys(parts[section as keyof typeof parts]?.shape ?? {})
}

function checkRungs({ halving }: SweepFile, origin: string): void {
  const rungs = halving?.rungs ?? []
  if (rungs.every((rung, index) => index === 0 || rung > rungs[index - 1]!)) return
  throw new UserError(`halving.rungs is [${rungs.join(', ')}] (in ${origin}); expected values that grow`)
}
