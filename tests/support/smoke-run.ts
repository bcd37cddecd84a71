// A complete run of the smoke preset in a folder of its own, for tests of training.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadConfig } from '../../lab/config/load.ts'
import type { Reporter } from '../../lab/reporter/reporter.ts'
import { createRun, type RunFolder, resumeRun } from '../../lab/run/run-folder.ts'

export const quiet: Reporter = { report: () => {} }

/** A folder that is removed by `clean`. */
export function temporaryFolder(): { readonly path: string; clean(): void } {
  const path = mkdtempSync(join(tmpdir(), 'rapref-'))
  return { path, clean: () => rmSync(path, { recursive: true, force: true }) }
}

export function smokeRun(folder: string, name: string, overrides: readonly string[] = []): Promise<RunFolder> {
  const { config, source } = loadConfig({ from: 'smoke', overrides })
  const origin = { engine: 'test', executors: ['cpu'], started: '2026-01-01T00:00:00.000Z', command: 'test', source }
  return createRun({ folder, name, config, origin })
}

export function reopen(folder: string, name: string): RunFolder {
  return resumeRun(join(folder, name), 'test', () => {})
}
