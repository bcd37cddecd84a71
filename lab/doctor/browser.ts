// A browser on this machine: the page wants one, and the tests drive one.

import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Finding } from './finding.ts'

type Environment = Readonly<Record<string, string | undefined>>

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']

const usualPlaces: Readonly<Record<string, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  linux: ['/usr/bin/chromium', '/snap/bin/chromium', '/opt/google/chrome/chrome'],
}

/** Where a Chromium or Chrome may lie, the likeliest first. */
export function browserPlaces({ env, platform }: { readonly env: Environment; readonly platform: string }): string[] {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [...onPath, ...(usualPlaces[platform] ?? [])]
}

/** CHROME_PATH wins. */
export function examineBrowser(env: Environment, platform: string): Finding {
  const places = [...(env.CHROME_PATH ? [env.CHROME_PATH] : []), ...browserPlaces({ env, platform })]
  const found = places.find((path) => existsSync(path))
  if (found !== undefined) return { id: 'browser', usable: true, why: found }
  const why = 'found no Chromium or Chrome; the page works in any browser, the tests need one: set CHROME_PATH to it'
  return { id: 'browser', usable: false, why }
}
