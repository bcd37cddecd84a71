// What a vector environment refuses. All of it is checked before any world moves, so that a refused call changes nothing.

import { unknownName } from '../../sim/names.ts'
import type { Autoreset, VectorStep } from '../contract.ts'
import type { VectorSpec } from './spec.ts'

/** A call that a vector environment cannot obey; nothing has moved. */
export class VectorEnvError extends Error {
  override readonly name = 'VectorEnvError'
}

const AUTORESETS = ['next-step', 'same-step', 'disabled'] as const satisfies readonly Autoreset[]

/** What a vector environment is to be, before anything is made for it. */
export function checkPlan({ count, autoreset }: { readonly count: number; readonly autoreset: Autoreset }): void {
  if (!Number.isInteger(count) || count < 1) {
    throw new VectorEnvError(`a vector environment of ${count} worlds; expected a whole number of at least 1`)
  }
  if (!AUTORESETS.includes(autoreset)) throw new VectorEnvError(unknownName('autoreset', autoreset, AUTORESETS))
}

export function checkSeeds(
  seeds: readonly (number | null)[],
  { count, started }: { readonly count: number; readonly started: boolean },
): void {
  if (seeds.length !== count) {
    throw new VectorEnvError(`reset was given ${seeds.length} seeds for ${count} worlds; expected one per world`)
  }
  const wrong = seeds.findIndex((seed) => seed !== null && !(Number.isSafeInteger(seed) && seed >= 0))
  if (wrong >= 0) {
    throw new VectorEnvError(`the seed of world ${wrong} is ${seeds[wrong]}; expected a whole number of at least 0`)
  }
  const unstarted = started ? -1 : seeds.indexOf(null)
  if (unstarted >= 0) {
    throw new VectorEnvError(`world ${unstarted} has never been started; its first reset needs a seed, not null`)
  }
}

export function checkActions(actions: Float32Array, count: number, spec: VectorSpec): void {
  const width = spec.actionLow.length
  if (actions.length !== count * width) {
    const expected = `${count} worlds x ${width} = ${count * width}`
    throw new VectorEnvError(`${spec.id}: step was given ${actions.length} numbers; expected ${expected}`)
  }
  for (let index = 0; index < actions.length; index++) {
    const entry = actions[index]!
    const low = spec.actionLow[index % width]!
    const high = spec.actionHigh[index % width]!
    // Written so that NaN fails it.
    if (entry >= low && entry <= high) continue
    const where = `action entry ${index % width} of world ${Math.floor(index / width)}`
    throw new VectorEnvError(`${spec.id}: ${where} is ${entry}; expected ${low} to ${high}`)
  }
}

export function checkStarted(call: string, started: boolean): void {
  if (started) return
  throw new VectorEnvError(`${call} was called before the first reset; call reset with one seed per world`)
}

/** For `disabled`, where an episode that is over must be reset by the caller. */
export function checkRunning({ terminated, truncated }: VectorStep): void {
  const over = terminated.findIndex((ended, world) => ended === 1 || truncated[world] === 1)
  if (over < 0) return
  throw new VectorEnvError(`the episode of world ${over} is over and autoreset is disabled; reset it with a seed first`)
}
