// Where settings come from: a preset, a file, the command line. Each is a flat map from dotted key to value and origin;
// a later layer wins.

import { parse, YAMLParseError } from 'yaml'
import { nearest } from '../../sim/names.ts'
import { UserError } from '../errors/user-error.ts'
import { configKeys, configSections } from './keys.ts'

export interface Setting {
  readonly value: unknown
  /** `the command line`, or the file's name. */
  readonly origin: string
}

export type Layer = ReadonlyMap<string, Setting>

/** What may be typed in place of a longer key. */
const shortNames: Readonly<Record<string, string>> = { source: 'pearl.source', target: 'task' }

/** @param overrides such as `learner.width=128` */
export function overrideLayer(overrides: readonly string[]): Layer {
  return new Map(
    overrides.map((override) => {
      const equals = override.indexOf('=')
      if (equals < 1) {
        throw new UserError(
          `found "${override}", expected a setting such as seed=2; rapref train --help lists the keys`,
        )
      }
      const typed = override.slice(0, equals)
      const key = shortNames[typed] ?? typed
      checkKey(key, 'the command line')
      return [key, { value: scalar(override.slice(equals + 1), key), origin: 'the command line' }] as const
    }),
  )
}

/** @param text YAML with the sections of the schema as mappings */
export function fileLayer(text: string, origin: string): Layer {
  const document = parseYaml(text, origin) ?? {}
  if (!isMapping(document)) throw new UserError(`${origin}: found no settings, expected lines such as "seed: 2"`)
  return mappingLayer(document, origin)
}

/** @param document sections as mappings, or dotted keys */
export function mappingLayer(document: Readonly<Record<string, unknown>>, origin: string): Layer {
  const layer = new Map<string, Setting>()
  for (const [key, value] of Object.entries(document)) {
    for (const [leaf, setting] of flatten(key, value)) {
      checkKey(leaf, origin)
      layer.set(leaf, { value: setting, origin })
    }
  }
  return layer
}

function flatten(key: string, value: unknown): [string, unknown][] {
  // A section whose every line is commented out.
  if (value === null && configSections.some((section) => section.key === key)) return []
  if (!isMapping(value)) return [[key, value]]
  return Object.entries(value).flatMap(([name, inner]) => flatten(`${key}.${name}`, inner))
}

function checkKey(key: string, origin: string): void {
  if (configKeys.has(key)) return
  const section = configSections.find((each) => each.key === key)
  if (section) {
    throw new UserError(
      `${key} (from ${origin}) is a section; expected one of ${section.keys.map((each) => each.key).join(', ')}`,
    )
  }
  const near = nearest(key, [...configKeys.keys()]).join(', ')
  throw new UserError(`unknown key "${key}" (from ${origin}); nearest: ${near}. rapref train --help lists all keys`)
}

/** Values on the command line are read as in a file: 3 is a number, true a truth value, all else a name. */
function scalar(text: string, key: string): unknown {
  const value = parseYaml(text, `${key}=${text}`)
  return isMapping(value) ? text : value
}

/** @throws UserError with the line */
export function parseYaml(text: string, origin: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error
    const line = error.linePos ? ` line ${error.linePos[0].line}` : ''
    throw new UserError(`${origin}${line}: ${error.message.split(' at line')[0]}; expected YAML such as "seed: 2"`)
  }
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
