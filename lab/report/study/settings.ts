// Settings by dotted key, and which of them differ.

import { configKeys } from '../../config/keys.ts'
import type { Config } from '../../config/schema.ts'

/** Settings that are axes of every table, or that do not decide what is learned. */
const axes = ['task', 'seed']

export function settingOf(config: Config, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>((value, part) => (value as Readonly<Record<string, unknown>> | undefined)?.[part], config)
}

/** Keys, besides task and seed, whose value is not the same everywhere. */
export function differingKeys(configs: readonly Config[]): string[] {
  return [...configKeys.keys()].filter(
    (key) => !axes.includes(key) && new Set(configs.map((config) => settingOf(config, key))).size > 1,
  )
}

/** `pebble teacher=noisy`: the method by its name alone, other settings with theirs. */
export function settingsLabel(config: Config, keys: readonly string[]): string {
  const others = keys.filter((key) => key !== 'method').map((key) => `${key}=${settingOf(config, key)}`)
  return (keys.includes('method') || others.length === 0 ? [config.method, ...others] : others).join(' ')
}
