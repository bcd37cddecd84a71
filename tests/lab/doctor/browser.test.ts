import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { examineBrowser, findBrowser } from '../../../lab/doctor/browser.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'browser-'))
  writeFileSync(join(folder, 'chromium'), '')
  chmodSync(join(folder, 'chromium'), 0o755)
})
afterAll(() => rmSync(folder, { recursive: true }))

test('a browser is found on the PATH, and CHROME_PATH wins', () => {
  expect(findBrowser({ PATH: `/nowhere:${folder}` })).toBe(join(folder, 'chromium'))
  const other = join(folder, 'mine')
  writeFileSync(other, '')
  expect(findBrowser({ PATH: folder, CHROME_PATH: other })).toBe(other)
  expect(examineBrowser({ PATH: folder })).toMatchObject({ usable: true, why: join(folder, 'chromium') })
})

test.runIf(process.platform === 'linux')('without one it says what to do', () => {
  expect(examineBrowser({ PATH: '/nowhere' })).toMatchObject({
    id: 'browser',
    usable: false,
    why: expect.stringContaining('install one, or set CHROME_PATH'),
  })
})
