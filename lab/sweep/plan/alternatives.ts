// From a sweep file to the combinations that it asks for: conditions x list x grid x random x seeds, less what is excluded.

import { mappingLayer } from '../../config/layers.ts'
import { UserError } from '../../errors/user-error.ts'
import type { Scalar, Settings, SweepFile } from '../file/schema.ts'
import type { Alternative } from './alternative.ts'
import { drawSettings } from './draws.ts'

type Part = Alternative

/** @param origin the file's name, for errors @throws UserError for unknown keys and keys that are set twice */
export function alternatives(file: SweepFile, origin: string): Alternative[] {
  const common = flat(file.set, `set in ${origin}`)
  const parts = [
    conditionParts(file, origin),
    (file.list ?? [{}]).map((settings) => ({ settings: flat(settings, `list in ${origin}`) })),
    ...Object.entries(file.grid).map(([key, values]) => gridParts(key, values, origin)),
    randomParts(file, origin),
    seedParts(file),
  ]
  checkKeysOnce(parts, origin)
  checkExcluded(file, [[{ settings: common }], ...parts], origin)
  return parts
    .reduce<Part[]>(
      (all, part) => all.flatMap((each) => part.map((other) => join(each, other))),
      [{ settings: common }],
    )
    .filter((each) => !file.exclude.some((pattern) => matches(pattern, each)))
}

function conditionParts({ conditions }: SweepFile, origin: string): Part[] {
  if (conditions === undefined) return [{ settings: new Map() }]
  return Object.entries(conditions).map(([condition, settings]) => ({
    condition,
    settings: flat(settings ?? {}, `condition ${condition} in ${origin}`),
  }))
}

function gridParts(key: string, values: readonly Scalar[], origin: string): Part[] {
  return values.map((value) => ({ settings: flat({ [key]: value }, `grid in ${origin}`) }))
}

function randomParts({ random }: SweepFile, origin: string): Part[] {
  if (random === undefined) return [{ settings: new Map() }]
  return drawSettings(random).map((settings) => ({
    settings: flat(Object.fromEntries(settings), `random in ${origin}`),
  }))
}

function seedParts({ seeds }: SweepFile): Part[] {
  if (seeds === undefined) return [{ settings: new Map() }]
  const list = typeof seeds === 'number' ? Array.from({ length: seeds }, (_, index) => index + 1) : seeds
  return list.map((seed) => ({ settings: new Map([['seed', seed]]) }))
}

function flat(settings: Settings, origin: string): Map<string, Scalar> {
  return new Map([...mappingLayer(settings, origin)].map(([key, { value }]) => [key, value as Scalar]))
}

function join(first: Part, second: Part): Part {
  const condition = second.condition ?? first.condition
  const settings = new Map([...first.settings, ...second.settings])
  return condition === undefined ? { settings } : { condition, settings }
}

/** Which of two values would win must not be a question. */
function checkKeysOnce(parts: readonly (readonly Part[])[], origin: string): void {
  const seen = new Set<string>()
  for (const part of parts) {
    const keys = new Set(part.flatMap(({ settings }) => [...settings.keys()]))
    for (const key of keys) {
      if (!seen.has(key)) continue
      throw new UserError(
        `${key} is set in two of conditions, list, grid, random and seeds (in ${origin}); expected it in one`,
      )
    }
    for (const key of keys) seen.add(key)
  }
}

/** An exclusion that never holds is a mistake in its spelling. */
function checkExcluded({ exclude }: SweepFile, parts: readonly (readonly Part[])[], origin: string): void {
  const known = new Set(parts.flat().flatMap(({ settings }) => [...settings.keys()]))
  if (parts.flat().some(({ condition }) => condition !== undefined)) known.add('condition')
  for (const key of exclude.flatMap((pattern) => Object.keys(pattern))) {
    if (known.has(key)) continue
    const list = [...known].join(', ')
    throw new UserError(`exclude names ${key} (in ${origin}), which this sweep does not set; expected one of ${list}`)
  }
}

function matches(pattern: SweepFile['exclude'][number], { condition, settings }: Alternative): boolean {
  return Object.entries(pattern).every(([key, wanted]) => {
    const value = key === 'condition' ? condition : settings.get(key)
    return value !== undefined && (Array.isArray(wanted) ? wanted.includes(value) : wanted === value)
  })
}
