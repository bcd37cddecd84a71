// The methods that a run can name.

import type { Method } from '../method.ts'
import { pebble } from './pebble.ts'
import { trueReward } from './true-reward.ts'

const all: readonly Method[] = [pebble, trueReward]

export const methods: Readonly<Record<string, Method>> = Object.fromEntries(all.map((each) => [each.id, each]))

/** @param name checked by whoever read the configuration */
export function methodNamed(name: string): Method {
  const method = methods[name]
  if (!method) throw new RangeError(`no method '${name}'; known: ${Object.keys(methods).join(', ')}`)
  return method
}
