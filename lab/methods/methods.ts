// The methods that a run can name.

import type { Config } from '../config/schema.ts'
import type { Method, PreferenceDesign, PreferenceMethod } from '../method.ts'
import { heron } from './heron.ts'
import { linearReward } from './linear-reward.ts'
import { pearl } from './pearl.ts'
import { pebble } from './pebble.ts'
import { prefPpo } from './pref-ppo.ts'
import { qpa } from './qpa.ts'
import { rime } from './rime.ts'
import { rune } from './rune.ts'
import { star } from './star.ts'
import { surf } from './surf.ts'
import { trueReward } from './true-reward.ts'

const all: readonly Method[] = [pebble, surf, rune, qpa, star, rime, prefPpo, heron, linearReward, pearl, trueReward]

export const methods: Readonly<Record<string, Method>> = Object.fromEntries(all.map((each) => [each.id, each]))

/** @param name checked by whoever read the configuration */
export function methodNamed(name: string): Method {
  const method = methods[name]
  if (!method) throw new RangeError(`no method '${name}'; known: ${Object.keys(methods).join(', ')}`)
  return method
}

/** What the method of a configuration does in its own way. */
export function designOf(method: PreferenceMethod, config: Config): PreferenceDesign {
  const sections: Readonly<Record<string, unknown>> = config
  return method.design(sections[method.id])
}
