// From a preset or a file and the overrides of the command line to one checked configuration.

import { readFileSync } from 'node:fs'
import { nearest, unknownName } from '../../sim/names.ts'
import { UserError } from '../errors/user-error.ts'
import { systemError } from '../files/system-error.ts'
import { configKeys } from './keys.ts'
import { fileLayer, type Layer, overrideLayer, type Setting } from './layers.ts'
import { presetNames, presetPath } from './presets.ts'
import { type Config, configSchema } from './schema.ts'

/** What may be named, for keys whose values are names: `{ task: ['reach', 'push'] }`. */
export type KnownNames = {
  readonly [K in 'task' | 'method' | 'learner' | 'teacher' | 'query' | 'device']?: readonly string[]
}

export interface LoadRequest {
  /** A preset's name, or the path of a YAML file; without it, defaults. */
  readonly from?: string
  /** Such as `sac.width=128`; they win. */
  readonly overrides?: readonly string[]
  readonly known?: KnownNames
}

export interface LoadedConfig {
  readonly config: Config
  /** Where it came from, in words: `preset quickstart`, `my.yaml`, `defaults`. */
  readonly source: string
}

/** @throws UserError that names the key, where it was found, what was expected and what to type. */
export function loadConfig({ from, overrides = [], known = {} }: LoadRequest): LoadedConfig {
  const base = from === undefined ? { layer: new Map(), source: 'defaults' } : readBase(from)
  return { config: resolveConfig(new Map([...base.layer, ...overrideLayer(overrides)]), known), source: base.source }
}

/** @throws UserError that names the key, where it was found, what was expected and what to type. */
export function resolveConfig(layer: Layer, known: KnownNames = {}): Config {
  const result = configSchema.safeParse(nested(layer))
  if (!result.success) throw badValue(layer, keyAt(result.error.issues[0]!.path))
  checkNames(result.data, layer, known)
  return result.data
}

/** The settings of a preset or a file. */
export function readBase(from: string): { readonly layer: Layer; readonly source: string } {
  const isFile = /\.ya?ml$/.test(from) || /[\\/]/.test(from)
  if (!isFile && !presetNames().includes(from)) {
    throw new UserError(`${unknownName('preset', from, presetNames())} For a file, give its path, ending in .yaml`)
  }
  const path = isFile ? from : presetPath(from)
  const source = isFile ? from : `preset ${from}`
  return { layer: fileLayer(readText(path), source), source }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw systemError('read', path, error)
    throw new UserError(`found no file ${path}; expected a YAML file, or a preset: ${presetNames().join(', ')}`)
  }
}

/** Turns dotted keys, all known by now, into the schema's shape. */
export function nested(layer: Layer): Record<string, unknown> {
  const config: Record<string, unknown> = {}
  const sections: Record<string, Record<string, unknown>> = {}
  for (const [key, { value }] of layer) {
    const dot = key.indexOf('.')
    if (dot === -1) config[key] = value
    else {
      const section = key.slice(0, dot)
      sections[section] ??= {}
      sections[section][key.slice(dot + 1)] = value
    }
  }
  return { ...config, ...sections }
}

/** The key of a value, or of the list that it is in. */
function keyAt(path: readonly PropertyKey[]): string {
  const key = path.join('.')
  return configKeys.has(key) ? key : path.slice(0, -1).join('.')
}

function badValue(layer: Layer, key: string): UserError {
  const { expected, fallback, names, example = fallback } = configKeys.get(key)!
  const { value, origin } = layer.get(key)!
  const meant = names && typeof value === 'string' ? nearest(value, names, 1)[0] : example
  const found = value === null ? 'empty' : JSON.stringify(value)
  return new UserError(`${key} is ${found} (from ${origin}); expected ${expected}. Type ${key}=${meant}, for example`)
}

/** @throws UserError for a name that is none, with where it is from */
export function checkNames(config: Config, layer: Layer, known: KnownNames): void {
  for (const [key, names] of Object.entries(known) as [keyof KnownNames, readonly string[]][]) {
    if (names.includes(config[key])) continue
    const { origin }: Pick<Setting, 'origin'> = layer.get(key) ?? { origin: 'the defaults' }
    throw new UserError(`${unknownName(key, config[key], names)} (${key} is from ${origin})`)
  }
}
