import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browserPlaces, examineBrowser } from '../../../lab/doctor/browser.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'browser-'))
  writeFileSync(join(folder, 'chromium'), '')
})
afterAll(() => rmSync(folder, { recursive: true }))

test('a browser is found on the PATH, and CHROME_PATH wins', () => {
  const found = join(folder, 'chromium')
  expect(examineBrowser({ PATH: `/nowhere:${folder}` }, 'none')).toEqual({ id: 'browser', usable: true, why: found })
  const mine = join(folder, 'mine')
  writeFileSync(mine, '')
  expect(examineBrowser({ PATH: folder, CHROME_PATH: mine }, 'none').why).toBe(mine)
})

test('every system has its usual places, after the PATH', () => {
  expect(browserPlaces({ env: { PATH: '/bin' }, platform: 'linux' })).toEqual(
    expect.arrayContaining(['/bin/chromium', '/snap/bin/chromium']),
  )
  expect(browserPlaces({ env: {}, platform: 'darwin' })[0]).toContain('Google Chrome.app')
})

test('without one it says what to do', () => {
  expect(examineBrowser({ PATH: '/nowhere' }, 'none')).toMatchObject({
    usable: false,
    why: expect.stringContaining('set CHROME_PATH'),
  })
})
