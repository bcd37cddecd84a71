import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type } from '../../support/command-line.ts'

let runs: string
beforeEach(() => {
  runs = mkdtempSync(join(tmpdir(), 'view-'))
})
afterEach(() => rmSync(runs, { recursive: true, force: true }))

test('the page is served until it is asked to stop', async () => {
  const stop = new AbortController()
  let status = 0
  const { code, stderr, stdout } = await type(`view ${runs} --port 0 --json`, {
    signal: stop.signal,
    heard(text) {
      const address = /page (http:\S+)/.exec(text)?.[1]
      if (address !== undefined) visit(address)
    },
  })
  function visit(address: string): void {
    fetch(address)
      .then((response) => {
        status = response.status
      })
      .finally(() => stop.abort())
  }
  expect(status).toBe(200)
  expect(code).toBe(0)
  expect(stderr).toContain('Ctrl-C to close')
  expect(JSON.parse(stdout)).toEqual({ address: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/$/) })
})

test('a folder that is not there is named', async () => {
  const { code, stderr } = await type(`view ${join(runs, 'none')}`)
  expect(code).toBe(2)
  expect(stderr).toContain(`found no folder ${join(runs, 'none')}, expected one with runs in it`)
})
