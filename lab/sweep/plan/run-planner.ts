// From alternatives to runs with names and identities; the same run asked for twice is planned once.

import type { Config } from '../../config/schema.ts'
import type { Scalar } from '../file/schema.ts'
import type { Alternative } from './alternative.ts'
import { type Builds, identities } from './identity.ts'
import type { PlannedRun } from './planned.ts'
import { runName } from './run-label.ts'

export interface PlannerParts {
  readonly resolve: (settings: ReadonlyMap<string, Scalar>) => Config
  /** What is compared; empty where nothing is but seeds and tasks. */
  readonly label: (alternative: Alternative) => string
  readonly builds: Builds
}

interface Resolved {
  readonly config: Config
  readonly identity: (seed: number) => string
  readonly label: string
}

export class RunPlanner {
  readonly #parts: PlannerParts
  readonly #resolved = new Map<string, Resolved>()

  constructor(parts: PlannerParts) {
    this.#parts = parts
  }

  plan(alternatives: readonly Alternative[]): PlannedRun[] {
    const runs = new Map<string, PlannedRun>()
    for (const alternative of alternatives) {
      const run = this.#planOne(alternative)
      if (!runs.has(run.id)) runs.set(run.id, run)
    }
    return [...runs.values()]
  }

  #planOne(alternative: Alternative): PlannedRun {
    const { config, identity, label } = this.#known(alternative)
    const { task, method } = config
    const seed = Number(alternative.settings.get('seed') ?? config.seed)
    const id = identity(seed)
    const condition = label || method
    const name = runName({ condition, task, seed, id })
    return { id, name, condition, task, seed, settings: Object.fromEntries(alternative.settings) }
  }

  /** What differs in a possible seed alone is resolved once. */
  #known(alternative: Alternative): Resolved {
    const { condition, settings } = alternative
    const seed = settings.get('seed') ?? 0
    const rest = [...settings].filter(([key]) => key !== 'seed')
    const key = JSON.stringify([condition, Number.isSafeInteger(seed) && Number(seed) >= 0 ? '' : seed, rest])
    const before = this.#resolved.get(key)
    if (before !== undefined) return before
    const { resolve, label, builds } = this.#parts
    const config = resolve(settings)
    const resolved = { config, identity: identities(config, builds), label: label(alternative) }
    this.#resolved.set(key, resolved)
    return resolved
  }
}
