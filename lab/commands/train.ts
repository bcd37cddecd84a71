// rapref train: one run, new or resumed.

import { dirname, join } from 'node:path'
import type { Config } from '../config/schema.ts'
import { UserError } from '../errors/user-error.ts'
import type { RunFolder } from '../run/run-folder.ts'
import { defineCommand } from './command.ts'
import { pageOptions } from './page-options.ts'
import { personOptions } from './person-options.ts'
import { runOptions } from './run-options.ts'

export const train = defineCommand({
  name: 'train',
  summary: 'Train one run from a preset or a file, or go on with one',
  example: 'rapref train quickstart task=button-press seed=3',
  words: { usage: '<preset or file.yaml> [key=value ...]', least: 0, most: 1000 },
  options: {
    ...runOptions,
    ...pageOptions,
    ...personOptions,
    device: { kind: 'text', value: '<executor>', describe: 'Short for device=<executor>; rapref doctor lists them' },
    resume: {
      kind: 'switch',
      describe: 'Go on with the run folder that is named, or else with the newest unfinished one',
    },
  },

  async details() {
    const { presetNames, presetSummary } = await import('../config/presets.ts')
    const { renderKeys } = await import('../config/render.ts')
    const presets = presetNames().map((name) => `  ${name}: ${presetSummary(name)}`)
    return ['Presets:', ...presets, '', `Keys, with their defaults:\n\n${renderKeys()}`].join('\n')
  },

  async run({ words, options, reporter, signal, typed }) {
    const { personPage, refuseUnasked } = await import('./ask-person.ts')
    const { trainAndReport } = await import('./training-run.ts')
    const { resume, runs: folder = 'runs', name, device, port, host, open, annotator, instructions } = options
    const log = (text: string) => reporter.report({ kind: 'note', text })
    const check = (config: Config) => refuseUnasked(config, { port, host, open, annotator, instructions })
    const run = resume
      ? await oldRun({ words, folder, name, check, note: log })
      : await freshRun({ words, device, folder, name, check, typed })
    log(`run ${run.path}`)
    const page = personPage(run.config, { options, runs: dirname(run.path), log }, options)
    return trainAndReport({ run, reporter, signal, ...page })
  },
})

interface Fresh {
  readonly words: readonly string[]
  readonly device: string | undefined
  readonly folder: string
  readonly name: string | undefined
  /** Refuses what was typed in vain, before anything is written. */
  readonly check: (config: Config) => void
  readonly typed: string
}

async function freshRun({ words, device, folder, name, check, typed }: Fresh): Promise<RunFolder> {
  const { loadConfig } = await import('../config/load.ts')
  const { presetNames } = await import('../config/presets.ts')
  const { knownNames } = await import('./known-names.ts')
  const { newRun } = await import('./training-run.ts')
  const [from, ...overrides] = words
  if (from === undefined || from.includes('=')) {
    throw new UserError(
      `found ${from === undefined ? 'nothing' : `"${from}"`} after rapref train, expected a preset ` +
        `(${presetNames().join(', ')}) or a file; for example: rapref train quickstart seed=3`,
    )
  }
  const chosen = device === undefined ? [] : [`device=${device}`]
  const loaded = loadConfig({ from, overrides: [...overrides, ...chosen], known: knownNames })
  check(loaded.config)
  return newRun({ ...loaded, folder, name, command: typed })
}

interface Old {
  readonly words: readonly string[]
  readonly folder: string
  readonly name: string | undefined
  /** Refuses what was typed in vain, before anything is written. */
  readonly check: (config: Config) => void
  readonly note: (text: string) => void
}

async function oldRun({ words: [path, ...rest], folder, name, check, note }: Old): Promise<RunFolder> {
  const { engineBuild, loadEngine } = await import('../../sim/engine.ts')
  const { newestUnfinished } = await import('../run/find-run.ts')
  const { readRun } = await import('../run/read-run.ts')
  const { resumeRun } = await import('../run/run-folder.ts')
  if (rest.length > 0) {
    throw new UserError(`found "${rest.join(' ')}" with --resume; a run goes on as it began, without other settings`)
  }
  const old = path ?? (name === undefined ? newestUnfinished(folder) : join(folder, name))
  check(readRun(old).config)
  await loadEngine()
  return resumeRun(old, engineBuild(), note)
}
