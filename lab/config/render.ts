// A configuration as text: the YAML that goes into a run folder, and the list of keys for `--help`.

import { stringify } from 'yaml'
import { configSections } from './keys.ts'
import { learnerNames } from './learner-sections.ts'
import { methodSectionNames } from './method-sections.ts'
import { orderOf, usesRanking } from './ranking.ts'
import type { Config } from './schema.ts'

/** Complete, so that the file alone repeats the run: only the sections of other learners and methods are left out. */
export function renderConfig(config: Config, source: string): string {
  return `# Every setting of this run (from ${source}). Run it again: rapref train <this file>\n${stringify(usedSettings(config))}`
}

/** All settings but those of other learners and other methods. */
export function usedSettings(config: Config): Partial<Config> {
  const others = [
    ...learnerNames.filter((name) => name !== config.learner),
    ...methodSectionNames.filter((name) => name !== config.method),
  ]
  const used = Object.entries(config).filter(([key]) => !others.includes(key))
  // The ranking file of the task may change one day; this run went by what it is now.
  if (usesRanking(config)) return { ...Object.fromEntries(used), order: [...orderOf(config)] }
  return Object.fromEntries(used.filter(([key]) => key !== 'order' && key !== 'ranking'))
}

/** One line a key: name, default, meaning, limits. */
export function renderKeys(): string {
  return configSections.map(renderSection).join('\n\n')
}

function renderSection({ describe, keys }: (typeof configSections)[number]): string {
  const names = keys.map(({ key, fallback, example }) => `${key}=${fallback ?? example}`)
  const width = Math.max(...names.map((name) => name.length))
  const lines = keys.map(({ describe, expected }, i) => `  ${names[i]!.padEnd(width)}  ${describe}; ${expected}`)
  return [`${describe}:`, ...lines].join('\n')
}
