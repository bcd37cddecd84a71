// What a run folder holds besides its numbers: settings, who made it, notes, the end of its log.

import { open, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { About } from '../protocol/run.ts'
import { readSettings } from './run-settings.ts'

const linesShown = 30
const logBytes = 16_384
const notesLength = 8000

interface AboutOptions {
  /** Whether a policy, where there is one, can be rolled out. */
  readonly rollsOut: boolean
  /** Where the run's words are kept, where not in its folder. */
  readonly logFile?: string | undefined
}

export async function readAbout(folder: string, { rollsOut, logFile }: AboutOptions): Promise<About> {
  const [config, meta, notes, lastLines, policy] = await Promise.all([
    textOf(join(folder, 'config.yaml')),
    textOf(join(folder, 'meta.json')),
    textOf(join(folder, 'notes.md')),
    lastLinesOf(folder, logFile),
    isThere(join(folder, 'policy.onnx')),
  ])
  return {
    folder,
    configuration: readSettings(config ?? ''),
    origin: originIn(meta ?? ''),
    notes: notes?.trim().slice(0, notesLength) || null,
    lastLines,
    rollsOut: rollsOut && policy,
  }
}

const originNames = ['command', 'source', 'version', 'commit', 'engine', 'executors', 'node', 'started'] as const

/** A torn file says nothing. */
function originIn(text: string): Record<string, string> {
  let meta: unknown
  try {
    meta = JSON.parse(text)
  } catch {
    return {}
  }
  if (typeof meta !== 'object' || meta === null) return {}
  const said = meta as Readonly<Record<string, unknown>>
  const known = originNames.filter((name) => said[name] !== undefined && said[name] !== null)
  return Object.fromEntries(known.map((name) => [name, [said[name]].flat().join(', ')]))
}

/** Of the log that was written last: what is named `<anything>.log` or `log.txt`, or lies elsewhere. */
async function lastLinesOf(folder: string, elsewhere: string | undefined): Promise<string[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => /\.log$|^log\.txt$/.test(name))
  const files = [...names.map((name) => join(folder, name)), ...(elsewhere === undefined ? [] : [elsewhere])]
  const times = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    ),
  )
  const newest = files[times.indexOf(Math.max(0, ...times))]
  const text = newest === undefined ? '' : await endOf(newest)
  return text === '' ? [] : text.trimEnd().split('\n').slice(-linesShown)
}

async function endOf(file: string): Promise<string> {
  const handle = await open(file).catch(() => undefined)
  if (handle === undefined) return ''
  try {
    const { size } = await handle.stat()
    const start = Math.max(0, size - logBytes)
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - start), 0, size - start, start)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await handle.close()
  }
}

function textOf(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined)
}

function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}
