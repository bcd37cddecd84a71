// Every task of the arena with every embodiment as an environment: their ids, their defaults and how each is made.

import type { EnvOptions } from '../contract.ts'
import { EpisodicEnv } from '../episodic-env.ts'
import { type ArenaState, ArenaWorld } from './arena-world.ts'
import type { Embodiment } from './embodiments/embodiment.ts'
import { embodiments } from './embodiments/embodiments.ts'
import type { ArenaTask } from './task.ts'
import { arenaTasks } from './tasks/tasks.ts'
import { DEFAULT_VARIANT, VARIANT_NAMES, type VariantName } from './variants.ts'

/** Eight actions a second. */
const CONTROL_STEPS = 10

export interface ArenaEntry {
  readonly id: string
  readonly defaults: Partial<EnvOptions>
  readonly variants: readonly string[]
  make(options: EnvOptions): EpisodicEnv<ArenaState>
}

export const arenaEntries: readonly ArenaEntry[] = arenaTasks.flatMap((task) =>
  embodiments.map((embodiment) => entry(task, embodiment)),
)

function entry(task: ArenaTask, embodiment: Embodiment): ArenaEntry {
  const id = `${task.name}-${embodiment.name}`
  return {
    id,
    defaults: { horizon: CONTROL_STEPS * embodiment.actions, actionRepeat: CONTROL_STEPS, variant: DEFAULT_VARIANT },
    variants: VARIANT_NAMES,
    make: (options) => {
      const { physics, variant = DEFAULT_VARIANT } = options
      return new EpisodicEnv(
        id,
        options,
        new ArenaWorld({ task, embodiment, physics, variant: variant as VariantName }),
      )
    },
  }
}
