// Settings over a base, thousands of times: only the sections that a run touches are resolved, and each of them once.

import type { Layer } from '../../config/layers.ts'
import { checkNames, type KnownNames, nested, resolveConfig } from '../../config/load.ts'
import { type Config, configSchema } from '../../config/schema.ts'
import { stepsOf } from '../../training/worlds.ts'
import type { Scalar } from '../file/schema.ts'

export interface Foundation {
  readonly base: Layer
  /** Where the settings over it come from, for errors. */
  readonly origin: string
  readonly known: KnownNames
}

/** @returns what turns the settings of a run into its configuration, the same as `resolveConfig` would */
export function overlay({ base, origin, known }: Foundation): (settings: ReadonlyMap<string, Scalar>) => Config {
  const standard = resolveConfig(base)
  const given = nested(base)
  const resolved = new Map<string, unknown>()

  const part = (name: keyof Config, own: unknown): unknown => {
    const key = `${name} ${JSON.stringify(own)}`
    if (!resolved.has(key)) {
      const result = configSchema.shape[name].safeParse(over(given[name], own))
      if (!result.success) return undefined
      resolved.set(key, result.data)
    }
    return resolved.get(key)
  }

  return (settings) => {
    const layer: Layer = new Map([...settings].map(([key, value]) => [key, { value, origin }]))
    const parts = Object.entries(nested(layer)).map(([name, own]) => [name, part(name as keyof Config, own)] as const)
    // Once more as a whole, for the message that says what is wrong.
    if (parts.some(([, value]) => value === undefined)) return resolveConfig(new Map([...base, ...layer]), known)
    const config: Config = { ...standard, ...Object.fromEntries(parts) }
    checkNames(config, layer, known)
    stepsOf(config)
    return config
  }
}

/** A section's settings over those of the base; a setting by itself takes its place. */
function over(given: unknown, own: unknown): unknown {
  return typeof own === 'object' ? { ...(given as object | undefined), ...own } : own
}
