// A browser on this machine: the page wants one, and the tests drive one.

import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Finding } from './finding.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge']

const elsewhere: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

/** The program of an installed Chromium or Chrome; CHROME_PATH wins. */
export function findBrowser(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const ending = process.platform === 'win32' ? '.exe' : ''
  const onPath = (env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name + ending)))
  const candidates = [...(env.CHROME_PATH ? [env.CHROME_PATH] : []), ...onPath, ...(elsewhere[process.platform] ?? [])]
  return candidates.find((path) => existsSync(path))
}

export function examineBrowser(env: Readonly<Record<string, string | undefined>>): Finding {
  const path = findBrowser(env)
  if (path !== undefined) return { id: 'browser', usable: true, why: path }
  const why =
    'found no Chromium or Chrome; install one, or set CHROME_PATH. Training works without; the page needs any browser'
  return { id: 'browser', usable: false, why }
}
