// The folder with the built page. In a checkout the page is built here when it is missing or older than what it is
// made of; an installed package brings it along.

import { mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildPage } from './build-page.ts'

/** The page is not there and cannot be built. */
export class PageMissingError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'PageMissingError'
  }
}

const root = fileURLToPath(new URL('../../', import.meta.url))
/** What the page is made of: its own files and the rooms that run in it. */
const sources = ['viewer/client', 'viewer/protocol', 'sim', 'envs', 'agents/tensor/executors', 'package-lock.json']

interface PageOptions {
  readonly log: (line: string) => void
  /** The package's folder; default the one that this file belongs to. */
  readonly root?: string
  /** Builds the page of the package `root` into `folder`. */
  readonly build?: (of: { readonly root: string; readonly folder: string }) => Promise<void>
}

/** @returns the folder to serve. @throws PageMissingError */
export async function ensurePage(options: PageOptions): Promise<string> {
  const { log, build = buildPage } = options
  const base = options.root ?? root
  const dist = join(base, 'viewer', 'client', 'dist')
  const built = await newestIn(join(dist, 'index.html'))
  // Below node_modules there are no build tools, and the times of files mean nothing.
  if (base.includes(`${sep}node_modules${sep}`)) {
    if (built > 0) return dist
    throw new PageMissingError(`found no page in ${dist}: install the package again, type npm install rapref`)
  }
  const written = await Promise.all(sources.map((path) => newestIn(join(base, path))))
  if (built > Math.max(...written)) return dist
  log('building the page (a few seconds)')
  await buildAside(base, dist, build)
  return dist
}

/** Built beside and then put in place, so that nobody is ever served half a page. */
async function buildAside(base: string, dist: string, build: NonNullable<PageOptions['build']>): Promise<void> {
  const aside = await mkdtemp(`${dist}-`)
  const fresh = join(aside, 'new')
  try {
    await build({ root: base, folder: fresh })
    await rename(dist, join(aside, 'old')).catch(ignore('ENOENT'))
    // Not empty: another process has put its page here since, which is as good.
    await rename(fresh, dist).catch(ignore('ENOTEMPTY', 'EEXIST'))
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    throw new PageMissingError(`the page could not be built: ${problem}`)
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

function ignore(...codes: readonly string[]): (error: NodeJS.ErrnoException) => void {
  return (error) => {
    if (!codes.includes(error.code ?? '')) throw error
  }
}

/** When a file, or the newest file in a folder, was written; 0 where there is none. Built pages do not count. */
async function newestIn(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) return 0
  if (!found.isDirectory()) return found.mtimeMs
  const names = (await readdir(path)).filter((name) => !/^dist(-|$)/.test(name))
  return Math.max(0, ...(await Promise.all(names.map((name) => newestIn(join(path, name))))))
}
