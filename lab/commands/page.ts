// What `start` and `view` share: the page, served, and shown on request.

import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { folderRuns } from '../../viewer/server/folder-runs.ts'
import { ensurePage } from '../../viewer/server/page.ts'
import { startViewer, type Viewer } from '../../viewer/server/viewer.ts'
import { rollOut } from '../dataset/roll-out.ts'
import { systemError } from '../files/system-error.ts'
import type { OptionValues } from './command.ts'
import type { pageOptions } from './page-options.ts'

export interface ServePage {
  readonly options: OptionValues<typeof pageOptions>
  /** Folder of runs to show; created when missing. */
  readonly runs: string
  readonly log: (line: string) => void
}

export async function servePage({ options, runs, log }: ServePage): Promise<Viewer> {
  const { port, host, open } = options
  makeFolder(runs)
  const pageFolder = await ensurePage({ log })
  const viewer = await startViewer({
    ...(host === undefined ? {} : { host }),
    ...(port === undefined ? { onTaken: 'next' } : { port, onTaken: 'fail' }),
    pageFolder,
    source: folderRuns({ folder: runs, rollOut, log }),
    log,
  })
  log(`page ${viewer.address}`)
  if (open) openAddress(viewer.address, log)
  return viewer
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true })
  } catch (error) {
    throw systemError('create', path, error)
  }
}

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
}

function openAddress(address: string, log: (line: string) => void): void {
  const [command = '', ...before] = openers[process.platform] ?? ['xdg-open']
  const child = spawn(command, [...before, address], { stdio: 'ignore', detached: true })
  child.on('error', () => log(`found no ${command} to open a browser with; open ${address} yourself`))
  child.unref()
}
