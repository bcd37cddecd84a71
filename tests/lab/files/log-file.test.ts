import { type ChildProcess, spawn } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openLogFile } from '../../../lab/files/log-file.ts'
import { openPreferenceLog, type PreferenceLog } from '../../../rewards/preference/log.ts'
import { somePreference } from '../../rewards/preference/some-preference.ts'

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapref-log-'))
  path = join(folder, 'labels.jsonl')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function openLog(): Promise<PreferenceLog> {
  return openPreferenceLog(await openLogFile(path))
}

const writer = fileURLToPath(new URL('append-answers.ts', import.meta.url))

/** Runs the writer until it ends or until it has acknowledged so many answers, when it is killed. */
async function runWriter(options: { killAfter?: number; shell?: string } = {}): Promise<string[]> {
  const { killAfter = Number.POSITIVE_INFINITY, shell = 'true' } = options
  const command = [process.execPath, '--import', 'tsx', writer, path]
  // The loader's cache is off, so that a limit on the size of files cannot cut its files short.
  const env = { ...process.env, TSX_DISABLE_CACHE: '1' }
  const child: ChildProcess = spawn('bash', ['-c', `${shell}; exec "$@"`, 'bash', ...command], { env })
  const exited = new Promise((resolve) => child.once('exit', resolve))
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stdout! })) {
    lines.push(line)
    if (lines.length === killAfter) child.kill('SIGKILL')
  }
  await exited
  return lines
}

describe('a log on the disk', () => {
  test('is there for the next opening', async () => {
    const log = await openLog()
    await log.append(somePreference())
    await log.append(somePreference({ answer: 'skip' }))
    await log.close()
    const again = await openLog()
    expect(again.answers()).toEqual(log.answers())
    expect(again.notes).toEqual([])
    await again.close()
  })

  test('keeps ids of different openings apart', async () => {
    const ids: string[] = []
    for (let opening = 0; opening < 3; opening++) {
      const log = await openLog()
      ids.push((await log.append(somePreference())).id)
      await log.close()
    }
    expect(new Set(ids).size).toBe(3)
  })

  test('is repaired when its last line is torn', async () => {
    const log = await openLog()
    await log.append(somePreference())
    await log.close()
    appendFileSync(path, '{"kind":"ans')
    const again = await openLog()
    expect(again.notes).toHaveLength(1)
    await again.append(somePreference())
    await again.close()
    expect(readFileSync(path, 'utf8').trimEnd().split('\n')).toHaveLength(2)
  })

  test('leaves nothing but itself behind', async () => {
    await (await openLog()).close()
    expect(readdirSync(folder)).toEqual(['labels.jsonl'])
  })

  test('with garbage in the middle is free again after the error', async () => {
    writeFileSync(path, 'garbage\n')
    await expect(openLog()).rejects.toThrow(`${path}: line 1 is not JSON`)
    expect(readdirSync(folder)).toEqual(['labels.jsonl'])
  })
})

describe('a second writer', () => {
  test('in this process is refused and told who writes', async () => {
    const log = await openLog()
    await expect(openLog()).rejects.toThrow(
      `${path} is being written by process ${process.pid} on ${hostname()}; one writer at a time. ` +
        `Stop it first; if it is not running, delete ${path}.lock.`,
    )
    await log.append(somePreference())
    await log.close()
    await (await openLog()).close()
  })

  test('in another process is refused and harms nothing', { timeout: 60_000 }, async () => {
    const log = await openLog()
    await log.append(somePreference())
    const lines = await runWriter()
    expect(lines).toEqual([expect.stringContaining(`failed: ${path} is being written by process ${process.pid}`)])
    await log.append(somePreference())
    await log.close()
    const again = await openLog()
    expect(again.answers()).toHaveLength(2)
    await again.close()
  })
})

test('after kill -9 the log opens and holds every acknowledged answer', { timeout: 60_000 }, async () => {
  const acknowledged: string[] = []
  for (const killAfter of [1, 40, 150]) {
    acknowledged.push(...(await runWriter({ killAfter })))
    expect(existsSync(`${path}.lock`)).toBe(true)
    const log = await openLog()
    const ids = new Set(log.answers().map(({ id }) => id))
    expect(acknowledged.filter((id) => !ids.has(id))).toEqual([])
    await log.append(somePreference())
    await log.close()
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(191)
})

describe('a system that refuses', () => {
  test('a folder that is not there is named', async () => {
    await expect(openLogFile(join(folder, 'no', 'labels.jsonl'))).rejects.toThrow(
      `Cannot create ${join(folder, 'no', 'labels.jsonl.lock')}: that folder does not exist; create it first (ENOENT).`,
    )
  })

  test('a folder in the place of the file is named, and the lock given back', async () => {
    await expect(openLogFile(folder)).rejects.toThrow(`Cannot open ${folder}: that is a folder, not a file (EISDIR).`)
    expect(existsSync(`${folder}.lock`)).toBe(false)
  })

  // A limit on the size of files makes the system itself cut a line short, as a full disk does, without a mount.
  test('a file that may not grow ends the writer with a message, and what was written stays valid', {
    timeout: 60_000,
  }, async () => {
    const lines = await runWriter({ shell: 'ulimit -f 2' })
    expect(lines.at(-1)).toMatch(/^failed: .*labels.jsonl: this line was not saved \(EFBIG: file too large, write\)/)
    const bytes = readFileSync(path)
    expect(bytes.at(-1)).toBe('\n'.charCodeAt(0))
    expect(bytes.length).toBeLessThanOrEqual(2048)
    const log = await openLog()
    expect(log.answers().map(({ id }) => id)).toEqual(lines.slice(0, -1))
    expect(log.notes).toEqual([])
    await log.close()
  })
})
