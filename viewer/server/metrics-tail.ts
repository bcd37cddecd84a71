// Reads a growing metrics.jsonl: each call takes in the lines that were added since the last one.

import { open } from 'node:fs/promises'
import { type RunEvent, runEvent } from '../protocol/run-event.ts'

export interface MetricsTail {
  /** `restarted`: the file was replaced, and `events` are all of the new one. */
  read(): Promise<{ readonly events: readonly RunEvent[]; readonly restarted: boolean }>
}

interface TailOptions {
  readonly file: string
  readonly log: (line: string) => void
}

/** Kinds of line that concern the page; a run may write others for other readers. */
const kinds = new Set<unknown>(runEvent.options.map((option) => option.shape.kind.value))

export function metricsTail({ file, log }: TailOptions): MetricsTail {
  let offset = 0
  let lines = 0
  let torn = Buffer.alloc(0)
  let warned = false

  function eventOf(line: string, number: number): RunEvent[] {
    if (line.trim() === '') return []
    const value = parse(line)
    const kind = value === undefined ? undefined : (value as { kind?: unknown } | null)?.kind
    if (value !== undefined && !kinds.has(kind)) return []
    const result = runEvent.safeParse(value)
    if (result.success) return [result.data]
    const issue = result.error.issues[0]
    if (!warned)
      log(`${file} line ${number}: not an event (${issue?.path.join('.') || 'line'}: ${issue?.message}); passed over`)
    warned = true
    return []
  }

  return {
    async read() {
      const size = await sizeOf(file)
      const restarted = size < offset
      if (restarted) {
        offset = 0
        lines = 0
        torn = Buffer.alloc(0)
      }
      const fresh = await readFrom(file, offset, size)
      offset += fresh.length
      const added = Buffer.concat([torn, fresh])
      const end = added.lastIndexOf(0x0a) + 1
      torn = Buffer.from(added.subarray(end))
      const whole = added.subarray(0, end).toString('utf8').split('\n').slice(0, -1)
      const first = lines + 1
      lines += whole.length
      return { restarted, events: whole.flatMap((line, i) => eventOf(line, first + i)) }
    },
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

async function sizeOf(file: string): Promise<number> {
  return withFile(file, 0, async (handle) => (await handle.stat()).size)
}

function readFrom(file: string, start: number, end: number): Promise<Buffer> {
  return withFile(file, Buffer.alloc(0), async (handle) => {
    const bytes = Buffer.alloc(Math.max(0, end - start))
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, start)
    return bytes.subarray(0, bytesRead)
  })
}

/** A file that is not there is an empty one: a run may not have measured anything yet. */
async function withFile<T>(
  file: string,
  absent: T,
  use: (handle: Awaited<ReturnType<typeof open>>) => Promise<T>,
): Promise<T> {
  let handle: Awaited<ReturnType<typeof open>>
  try {
    handle = await open(file, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return absent
    throw error
  }
  try {
    return await use(handle)
  } finally {
    await handle.close()
  }
}
