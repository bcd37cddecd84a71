// What a check is, and what it is given.

import type { Recording } from '../../sim/recording.ts'
import type { Verdict } from '../../sim/verify.ts'
import type { Env, EnvOptions } from '../contract.ts'

export interface Subject {
  readonly make: (options?: Partial<EnvOptions>) => Promise<Env>
  /** How many worlds of the engine are alive in this thread. */
  readonly live: () => number
  /** Simulates a recording again in another process or thread. */
  readonly elsewhere: (recording: Recording) => Promise<Verdict>
}

export interface EnvCheck {
  /** What holds, as a sentence without a full stop. */
  readonly name: string
  /** @throws EnvFault when it does not hold */
  readonly run: (subject: Subject) => Promise<void>
}

/** Actions in the longest episode of a check; environments are made with this horizon, and actions that last one step. */
export const STEPS = 60

/** A rule that an environment breaks: what was found, and what probably causes it. */
export class EnvFault extends Error {
  override readonly name = 'EnvFault'

  constructor(found: string, cause: string) {
    super(`${found}; likely cause: ${cause}`)
  }
}

/** A check of one environment made for it and disposed of after it. */
export function envCheck(
  name: string,
  look: (env: Env) => void | Promise<void>,
  options?: Partial<EnvOptions>,
): EnvCheck {
  return {
    name,
    run: async ({ make }) => {
      const env = await make({ horizon: STEPS, actionRepeat: 1, ...options })
      try {
        await look(env)
      } finally {
        env.dispose()
      }
    },
  }
}

/** A check that compares two environments made alike. */
export function twinCheck(
  name: string,
  look: (first: Env, second: Env) => void | Promise<void>,
  options?: Partial<EnvOptions>,
): EnvCheck {
  return {
    name,
    run: async ({ make }) => {
      const made = { horizon: STEPS, actionRepeat: 1, ...options }
      const envs = [await make(made), await make(made)] as const
      try {
        await look(...envs)
      } finally {
        for (const env of envs) env.dispose()
      }
    },
  }
}
