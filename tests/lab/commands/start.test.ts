import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type } from '../../support/command-line.ts'

let runs: string
beforeEach(() => {
  runs = mkdtempSync(join(tmpdir(), 'start-'))
})
afterEach(() => rmSync(runs, { recursive: true, force: true }))

/** As little as makes every phase happen. */
const little = [
  'horizon=40 actionRepeat=4 worlds=4 steps=3000 labels=8 exploration.steps=800',
  'session.labels=4 session.first=4 session.every=800 session.segment=4 reward.width=16 reward.steps=5 reward.batch=4',
  'sac.width=16 sac.depth=1 sac.batch=16 replay.updatesPerStep=1 replay.capacity=1000',
  'evaluation.episodes=4 evaluation.during=2 evaluation.every=1500',
].join(' ')

test('it says what it will do, with an estimate, trains with the page beside it, and ends with one document', async () => {
  let page = Promise.resolve(0)
  const { code, stdout, stderr } = await type(`start ${little} --port 0 --runs ${runs} --json`, {
    heard(text) {
      const address = /page (http:\S+)/.exec(text)?.[1]
      if (address !== undefined) page = fetch(address).then((response) => response.status)
    },
  })
  expect(code).toBe(0)
  for (const said of [
    'rune learns drawer-open with sac from at most 8 answers',
    'from a timing probe: ',
    'computes on cpu',
  ]) {
    expect(stderr).toContain(said)
  }
  expect(await page).toBe(200)
  expect(JSON.parse(stdout)).toMatchObject({ task: 'drawer-open', labels: 8 })
  expect(readdirSync(runs)).toEqual([expect.stringMatching(/^drawer-open-rune-1-\d{8}-\d{6}$/)])
})

test('a port that is taken is one line, and leaves no run behind', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => taken.once('listening', resolve))
  const { port } = taken.address() as AddressInfo
  const { code, stderr } = await type(`start ${little} --port ${port} --runs ${runs} --json`)
  taken.close()
  expect(code).toBe(1)
  expect(stderr).toContain(`rapref: port ${port} on 127.0.0.1 is taken: type --port ${port + 1}`)
  expect(readdirSync(runs)).toEqual([])
})
