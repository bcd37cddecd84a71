// Runs by what they are: a configuration is a task, a method and settings; its runs differ in their seeds.

import type { RunState, RunSummary, Settings } from '../../protocol/run.ts'

export interface Configuration {
  /** Equal for runs of one configuration. */
  readonly key: string
  readonly task: string
  readonly method: string
  readonly settings: Settings
  /** By seed. */
  readonly runs: readonly RunSummary[]
}

export function configurationKey({ task, method, settings }: RunSummary): string {
  const names = Object.keys(settings).sort()
  return [task, method, ...names.map((name) => `${name}=${settings[name]}`)].join('\n')
}

/** In the order of their first runs. */
export function configurationsOf(runs: readonly RunSummary[]): readonly Configuration[] {
  const groups = new Map<string, RunSummary[]>()
  for (const run of runs) {
    const key = configurationKey(run)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [run])
    else group.push(run)
  }
  return [...groups].map(([key, [first, ...rest]]) => {
    const { task, method, settings } = first!
    return { key, task, method, settings, runs: [first!, ...rest].sort((a, b) => a.seed - b.seed) }
  })
}

/** Of these configurations, the settings in which they differ. */
export function differingSettings(configurations: readonly Pick<Configuration, 'settings'>[]): readonly string[] {
  const names = new Set(configurations.flatMap(({ settings }) => Object.keys(settings)))
  return [...names].filter((name) => new Set(configurations.map(({ settings }) => settings[name])).size > 1)
}

/** `teacher noisy, width 32`; the last part of a name says enough. */
export function settingsText(settings: Settings, names: readonly string[]): string {
  return names
    .filter((name) => settings[name] !== undefined)
    .map((name) => `${name.slice(name.lastIndexOf('.') + 1)} ${settings[name]}`)
    .join(', ')
}

/** `3 finished, 1 failed`; the state alone where all are in the same. */
export function statesText(runs: readonly Pick<RunSummary, 'state'>[]): string {
  const counts = new Map<RunState, number>()
  for (const { state } of runs) counts.set(state, (counts.get(state) ?? 0) + 1)
  const parts = [...counts]
  if (parts.length === 1) return parts[0]![0]
  return parts.map(([state, count]) => `${count} ${state}`).join(', ')
}

/** Mean over the runs that have measured it. */
export function meanSuccess(runs: readonly Pick<RunSummary, 'scores'>[]): number | undefined {
  const measured = runs.map(({ scores }) => scores?.success).filter((success) => typeof success === 'number')
  return measured.length === 0 ? undefined : measured.reduce((sum, each) => sum + each, 0) / measured.length
}
