import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findBrowser, type Machine } from '../support/browser.ts'

interface Imagined {
  readonly programs?: readonly string[]
  readonly env?: Machine['env']
  readonly isRoot?: boolean
  /** What running a program brings about. */
  readonly effect?: (program: string) => string | undefined
}

function imagine({ programs = [], env = { PATH: '/usr/local/bin:/bin' }, isRoot = false, effect }: Imagined) {
  const installed = new Set(programs)
  const ran: string[] = []
  const machine: Machine = {
    env,
    isRoot,
    platform: 'linux',
    playwrightPath: '/cache/chrome',
    canRun: async (path) => installed.has(path),
    async run(program, settings) {
      ran.push([program === process.execPath ? 'playwright' : program, settings.at(-1)].join(' '))
      const brought = effect?.(program)
      if (brought === undefined) throw new Error('no network')
      installed.add(brought)
    },
  }
  return { machine, ran }
}

test('CHROME_PATH decides', async () => {
  const { machine } = imagine({
    programs: ['/my/chrome', '/bin/chromium'],
    env: { PATH: '/bin', CHROME_PATH: '/my/chrome' },
  })
  expect(await findBrowser(machine)).toBe('/my/chrome')
})

test('a CHROME_PATH that leads nowhere is an error, not a search', async () => {
  const { machine } = imagine({ programs: ['/bin/chromium'], env: { PATH: '/bin', CHROME_PATH: '/my/chrome' } })
  await expect(findBrowser(machine)).rejects.toThrow(
    'CHROME_PATH is /my/chrome, which is not a program: set it to the path of Chromium or Chrome',
  )
})

test.each([join('/bin', 'google-chrome'), '/usr/bin/chromium', '/cache/chrome'])(
  '%s is found without installing anything',
  async (path) => {
    const { machine, ran } = imagine({ programs: [path] })
    expect(await findBrowser(machine)).toBe(path)
    expect(ran).toEqual([])
  },
)

test("root on Debian gets the distribution's package", async () => {
  const { machine, ran } = imagine({ isRoot: true, effect: () => '/usr/bin/chromium' })
  expect(await findBrowser(machine)).toBe('/usr/bin/chromium')
  expect(ran).toEqual(['apt-get update', 'apt-get chromium'])
})

test("others get Playwright's", async () => {
  const { machine, ran } = imagine({ effect: () => '/cache/chrome' })
  expect(await findBrowser(machine)).toBe('/cache/chrome')
  expect(ran).toEqual(['playwright chromium'])
})

test("root without a working apt gets Playwright's too", async () => {
  const { machine, ran } = imagine({
    isRoot: true,
    effect: (program) => (program === 'apt-get' ? undefined : '/cache/chrome'),
  })
  expect(await findBrowser(machine)).toBe('/cache/chrome')
  expect(ran).toEqual(['apt-get update', 'playwright chromium'])
})

test('where nothing can be installed one line says what to install', async () => {
  const { machine } = imagine({ isRoot: true })
  await expect(findBrowser(machine)).rejects.toThrow(
    'found no Chromium or Chrome and could not install one: install it (Debian: apt-get install chromium) or set CHROME_PATH to its program',
  )
})
