// Who a run is: a hash of all that decides its outcome. The same identity is the same run, wherever and whenever it is
// planned.

import { createHash } from 'node:crypto'
import { usedSettings } from '../../config/render.ts'
import type { Config } from '../../config/schema.ts'

/** What decides the outcome besides the configuration. */
export interface Builds {
  /** Of this package, such as `0.1.3`. */
  readonly version: string
  /** The physics engine's. */
  readonly engine: string
}

/** @returns 12 hexadecimal digits: among a million runs, two collide by chance once in hundreds of sweeps */
export function runIdentity(config: Config, builds: Builds): string {
  return identities(config, builds)(config.seed)
}

/** The identity of a configuration under any seed: most of a large sweep differs in nothing else. */
export function identities(config: Config, { version, engine }: Builds): (seed: number) => string {
  const { seed: _, ...settings } = usedSettings(config)
  const hash = createHash('sha256').update(canonical({ settings, code: versionClass(version), engine }))
  return (seed) => hash.copy().update(`seed ${seed}`).digest('hex').slice(0, 12)
}

/** Major and minor: a patch release repeats the runs of its predecessor. `0.1.3` is of class `0.1`. */
export function versionClass(version: string): string {
  return version.split('.').slice(0, 2).join('.')
}

/** JSON with sorted keys: the order in which settings were written does not matter. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const known = written.get(value)
  if (known !== undefined) return known
  const text = Array.isArray(value) ? `[${value.map(canonical).join(',')}]` : canonicalObject(value)
  written.set(value, text)
  return text
}

/** Sections that thousands of runs share are written once. */
const written = new WeakMap<object, string>()

function canonicalObject(value: object): string {
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}
