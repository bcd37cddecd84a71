import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeLock } from '../../../lab/files/lock-file.ts'

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapref-lock-'))
  path = join(folder, 'labels.jsonl')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a lock can be taken once, and again after its release', () => {
  const lock = takeLock(path, 'one')
  expect(() => takeLock(path, 'two')).toThrow(
    `${path} is being written by process ${process.pid} on ${hostname()}; one writer at a time. ` +
      `Stop it first; if it is not running, delete ${path}.lock.`,
  )
  lock.release()
  takeLock(path, 'two').release()
  expect(readdirSync(folder)).toEqual([])
})

test('a release leaves the lock of another alone', () => {
  const lock = takeLock(path, 'one')
  rmSync(`${path}.lock`)
  takeLock(path, 'two')
  lock.release()
  expect(JSON.parse(readFileSync(`${path}.lock`, 'utf8'))).toMatchObject({ pid: process.pid, token: 'two' })
})

const dead = {
  'whose process is gone': { host: hostname(), pid: 2 ** 22 + 1, token: 't' },
  'whose pid belongs to a later process': { host: hostname(), pid: process.pid, started: 'earlier', token: 't' },
}
test.each(Object.entries(dead))('a lock %s is taken over', (_, holder) => {
  writeFileSync(`${path}.lock`, JSON.stringify(holder))
  takeLock(path, 'mine')
  expect(JSON.parse(readFileSync(`${path}.lock`, 'utf8'))).toMatchObject({ token: 'mine' })
  expect(readdirSync(folder)).toEqual(['labels.jsonl.lock'])
})

const doubtful = {
  'of another machine': {
    text: JSON.stringify({ host: 'elsewhere', pid: 1, token: 't' }),
    who: 'process 1 on elsewhere',
  },
  'that is empty': { text: '', who: 'somebody' },
  'that names nobody': { text: '{}', who: 'somebody' },
}
test.each(Object.entries(doubtful))('a lock %s is respected', (_, { text, who }) => {
  writeFileSync(`${path}.lock`, text)
  expect(() => takeLock(path, 'mine')).toThrow(`${path} is being written by ${who}; one writer at a time.`)
  expect(readFileSync(`${path}.lock`, 'utf8')).toBe(text)
  expect(existsSync(`${path}.lock.takeover`)).toBe(false)
})

test('a take-over that another process has begun is not disturbed', () => {
  takeLock(path, 'one')
  mkdirSync(`${path}.lock.takeover`)
  expect(() => takeLock(path, 'two')).toThrow(`${path} is being taken over by another process; try again in a minute.`)
  expect(existsSync(`${path}.lock.takeover`)).toBe(true)
})

test('a take-over that was killed half-way is begun anew', () => {
  mkdirSync(`${path}.lock.takeover`)
  writeFileSync(`${path}.lock`, JSON.stringify({ host: hostname(), pid: 2 ** 22 - 3, token: 'x' }))
  const then = new Date(Date.now() - 40_000)
  utimesSync(`${path}.lock.takeover`, then, then)
  takeLock(path, 'two').release()
  expect(existsSync(`${path}.lock.takeover`)).toBe(false)
})

test('a folder that is not there is named', () => {
  const missing = join(folder, 'no', 'labels.jsonl')
  expect(() => takeLock(missing, 'mine')).toThrow(
    `Cannot create ${missing}.lock: that folder does not exist; create it first (ENOENT).`,
  )
})
