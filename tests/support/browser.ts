// The browser for tests: an installed Chromium or Chrome, else one that is installed now, else one line that says what
// to install.

import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'
import { browserPlaces } from '../../lab/doctor/browser.ts'

/** What finding a browser needs to know of the machine; handed in, so that the search can be tested without one. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: string
  readonly isRoot: boolean
  /** Where Playwright keeps the browser that it installs. */
  readonly playwrightPath: string
  canRun(path: string): Promise<boolean>
  /** Rejects when the program fails. */
  run(program: string, settings: readonly string[]): Promise<void>
}

/** @returns the path of a browser's program. @throws one line that says what to install. */
export async function findBrowser(machine: Machine = thisMachine()): Promise<string> {
  const given = machine.env.CHROME_PATH
  if (given !== undefined && given !== '') {
    if (await machine.canRun(given)) return given
    throw new Error(`CHROME_PATH is ${given}, which is not a program: set it to the path of Chromium or Chrome`)
  }
  return (await findInstalled(machine)) ?? (await install(machine))
}

async function findInstalled(machine: Machine): Promise<string | undefined> {
  for (const path of [...browserPlaces(machine), machine.playwrightPath]) {
    if (await machine.canRun(path)) return path
  }
  return undefined
}

async function install(machine: Machine): Promise<string> {
  for (const attempt of [installFromDebian, installFromPlaywright]) {
    await attempt(machine).catch(() => {})
    const found = await findInstalled(machine)
    if (found !== undefined) return found
  }
  throw new Error(
    'found no Chromium or Chrome and could not install one: install it (Debian: apt-get install chromium) or set CHROME_PATH to its program',
  )
}

async function installFromDebian({ isRoot, platform, run }: Machine): Promise<void> {
  if (!isRoot || platform !== 'linux') return
  // Test files run side by side: the second waits until the first has installed it.
  const patient = ['-o', 'DPkg::Lock::Timeout=600']
  await run('apt-get', [...patient, 'update'])
  await run('apt-get', [...patient, 'install', '--yes', '--no-install-recommends', 'chromium'])
}

function installFromPlaywright({ isRoot, run }: Machine): Promise<void> {
  const program = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
  // The libraries that the browser needs come from the system's packages, which takes root.
  return run(process.execPath, [program, 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium'])
}

function thisMachine(): Machine {
  return {
    env: process.env,
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    playwrightPath: chromium.executablePath(),
    canRun: (path) =>
      access(path, constants.X_OK).then(
        () => true,
        () => false,
      ),
    run: async (program, settings) => {
      await promisify(execFile)(program, [...settings], { timeout: 600_000 })
    },
  }
}

/** Draws on the CPU, so that it is the same with and without a graphics card. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
    timeout: 240_000,
  })
}
