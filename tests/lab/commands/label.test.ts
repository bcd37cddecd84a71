import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type } from '../../support/command-line.ts'
import { writeRecordings } from '../../support/recordings-to-judge.ts'
import { scriptedLabeller } from '../../support/scripted-labeller.ts'
import { temporaryFolder } from '../../support/smoke-run.ts'

let folder: ReturnType<typeof temporaryFolder>
let log: string
beforeEach(() => {
  folder = temporaryFolder()
  log = join(folder.path, 'labels.jsonl')
  writeRecordings(folder.path, { starts: 3, each: 3 })
})
afterEach(() => folder.clean())

/** Serves the page until somebody connected to it has answered all that is wanted. */
async function labelled(line: string, labeller = scriptedLabeller()) {
  const stop = new AbortController()
  async function sit(port: number): Promise<void> {
    await labeller.connect(port)
    await labeller.finished
    labeller.disconnect()
    stop.abort()
  }
  const heard = (text: string) => {
    const port = /page http:\/\/127\.0\.0\.1:(\d+)\/label/.exec(text)?.[1]
    if (port !== undefined) void sit(Number(port))
  }
  return { ...(await type(line, { signal: stop.signal, heard })), labeller }
}

test('asks until the budget is answered, says how reliable the answers are, and goes on where the log ends', async () => {
  const line = `label ${folder.path} --segment 10 --repeats 0 --port 0 --json`
  const first = await labelled(`${line} --budget 4`)
  expect(first.code).toBe(0)
  expect(first.stderr).toContain('4 of 4 answered, 0 skipped; that is all, Ctrl-C to close')
  expect(JSON.parse(first.stdout)).toMatchObject({ log, answered: 4, skipped: 0, measures: expect.any(Array) })
  const second = await labelled(`${line} --budget 6`)
  expect(second.stderr).toContain('4 of 6 answered')
  expect(second.labeller.saved.size).toBe(2)
  expect(JSON.parse(second.stdout)).toMatchObject({ answered: 6 })
  expect(readFileSync(log, 'utf8').trim().split('\n')).toHaveLength(6)
})

test('a port that is taken is named, and no log is left behind', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  try {
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as { port: number }
    const { code, stderr } = await type(`label ${folder.path} --segment 10 --port ${port}`)
    expect(code).toBe(1)
    expect(stderr).toContain(`${port}`)
    expect(existsSync(log)).toBe(false)
  } finally {
    other.close()
  }
})

test('recordings that are not there and clips that nobody can rank are named', async () => {
  const none = await type(`label ${join(folder.path, 'none')}`)
  expect(none.code).toBe(2)
  expect(none.stderr).toContain(`found no folder ${join(folder.path, 'none')}, expected a run folder`)
  const five = await type(`label ${folder.path} --clips 5`)
  expect(five.code).toBe(2)
  expect(five.stderr).toContain('--clips')
})
