// What the commands with a page share: the page, served, and shown on request.

import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { folderRuns } from '../../viewer/server/folder-runs.ts'
import type { Labelling } from '../../viewer/server/labelling.ts'
import { ensurePage } from '../../viewer/server/page.ts'
import type { RankingRoom } from '../../viewer/server/ranking-desk.ts'
import { startViewer, type Viewer } from '../../viewer/server/viewer.ts'
import { rollOut } from '../dataset/roll-out.ts'
import { demonstrationKeeper } from '../demonstrations/keep-demonstration.ts'
import { UserError } from '../errors/user-error.ts'
import { systemError } from '../files/system-error.ts'
import type { OptionValues } from './command.ts'
import type { pageOptions } from './page-options.ts'

export interface ServePage {
  readonly options: OptionValues<typeof pageOptions>
  /** Folder of runs to show; created when missing. */
  readonly runs: string
  /** What people are asked there; the page that asks is the one to open. */
  readonly desk?: Labelling
  /** Whether demonstrations that people send are kept, in `demonstrations/` of that folder; not by default. */
  readonly keepsDemonstrations?: boolean
  /** What rankings of factors come to; none are judged by default. */
  readonly ranking?: RankingRoom
  readonly log: (line: string) => void
}

export async function servePage({
  options,
  runs,
  desk,
  keepsDemonstrations,
  ranking,
  log,
}: ServePage): Promise<Viewer> {
  const { port, host, open } = options
  makeFolder(runs)
  const pageFolder = await ensurePage({ log })
  const viewer = await startViewer({
    ...(host === undefined ? {} : { host }),
    ...(port === undefined ? { onTaken: 'next' } : { port, onTaken: 'fail' }),
    pageFolder,
    source: folderRuns({ folder: runs, rollOut, log }),
    ...(desk === undefined ? {} : { desk }),
    ...(keepsDemonstrations ? { keepDemonstration: demonstrationKeeper(runs) } : {}),
    ...(ranking === undefined ? {} : { ranking }),
    ...tokenOf(process.env),
    log,
  })
  const address = desk === undefined ? viewer.address : viewer.addressOf('label')
  log(`page ${address}`)
  if (open) openAddress(address, log)
  return viewer
}

/** A token of one's own stays the same when the server is started again, so that pages find it again. */
function tokenOf({ RAPREF_TOKEN: token }: Readonly<Record<string, string | undefined>>): { token?: string } {
  if (token === undefined || token === '') return {}
  if (/^[\w-]{16,200}$/.test(token)) return { token }
  throw new UserError('found a RAPREF_TOKEN that is too weak, expected 16 or more letters, digits and -_')
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
