// Does a recording happen again? Simulates it anew and compares. What simulates is handed in.

import type { Recording } from './recording.ts'

/** What `verify` needs of an environment, made with the recording's task and options. */
export interface Replayable {
  /** Name and version of the physics build. */
  readonly engine: string
  start(seed: number): void
  step(action: Float32Array): { readonly reward: number; readonly success: boolean; readonly over: boolean }
  hash(): string
}

interface Difference {
  /** What differs; the state is only known where a hash was recorded. */
  readonly what: 'state' | 'reward' | 'success' | 'length'
  readonly expected: string
  readonly found: string
}

export type Verdict =
  | { readonly verdict: 'identical'; readonly steps: number }
  /** `step` is the first action, counted from 0, whose outcome differs. */
  | ({ readonly verdict: 'differs'; readonly step: number } & Difference)
  /** Hashes of different builds differ, so nothing was simulated. */
  | { readonly verdict: 'other-engine'; readonly expected: string; readonly found: string }

export function verify(recording: Recording, replayable: Replayable): Verdict {
  if (replayable.engine !== recording.engine) {
    return { verdict: 'other-engine', expected: recording.engine, found: replayable.engine }
  }
  const steps = recording.rewards.length
  replayable.start(recording.seed)
  for (let step = 0; step < steps; step++) {
    const difference = compareStep(recording, step, replayable)
    if (difference !== undefined) return { verdict: 'differs', step, ...difference }
  }
  return { verdict: 'identical', steps }
}

function compareStep(recording: Recording, step: number, replayable: Replayable): Difference | undefined {
  const { actions, actionSize, rewards, success, hashes } = recording
  const last = step === rewards.length - 1
  const outcome = replayable.step(actions.slice(step * actionSize, (step + 1) * actionSize))
  const hashed = last || (step + 1) % hashes.every === 0
  return (
    (hashed && differ('state', hashes.values[Math.floor(step / hashes.every)], replayable.hash())) ||
    differ('reward', rewards[step], Math.fround(outcome.reward)) ||
    differ('success', success[step] === 1, outcome.success) ||
    (outcome.over && !last && differ('length', rewards.length, step + 1)) ||
    undefined
  )
}

function differ(what: Difference['what'], expected: unknown, found: unknown): Difference | undefined {
  return Object.is(expected, found) ? undefined : { what, expected: String(expected), found: String(found) }
}
