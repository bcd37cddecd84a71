// Answers on their way: each is written down in the browser before it is sent, and crossed out when the server has
// confirmed or refused it. What a reload finds written down is sent again with the same id, which counts once.

import type { LabelGiven } from '../../protocol/label.ts'
import { type Value, value } from '../dom/value.ts'
import type { Notebook } from './memory.ts'

export interface Given {
  /** What waits for the server's word, oldest first. */
  readonly waiting: Value<readonly LabelGiven[]>
  add(message: LabelGiven): void
  /** The server has it, or never will. */
  settle(id: string): LabelGiven | undefined
  /** It was for another server than this one: kept for that one, and not sent again from here. */
  setAside(id: string): void
}

interface GivenOptions {
  readonly notebook: Notebook
  readonly send: (message: LabelGiven) => void
  /** The browser could not write it down. */
  readonly onUnsaved: (problem: string) => void
  /** Milliseconds since 1970. */
  readonly clock: () => number
}

const prefix = 'rapref-given:'
/** Nobody comes back for it after this long. */
const keptMilliseconds = 30 * 24 * 3600 * 1000

interface Entry {
  readonly at: number
  readonly message: LabelGiven
}

export function createGiven({ notebook, send, onUnsaved, clock }: GivenOptions): Given {
  const remembered = readAll(notebook, clock())
  const waiting = value<readonly LabelGiven[]>(remembered)
  for (const message of remembered) send(message)

  function drop(id: string): LabelGiven | undefined {
    const found = waiting.now.find((message) => message.id === id)
    if (found !== undefined) waiting.set(waiting.now.filter((message) => message !== found))
    return found
  }

  return {
    waiting,
    add(message) {
      try {
        notebook.setItem(prefix + message.id, JSON.stringify({ at: clock(), message } satisfies Entry))
      } catch (error) {
        onUnsaved(error instanceof Error ? error.message : String(error))
      }
      waiting.set([...waiting.now, message])
      send(message)
    },
    settle(id) {
      notebook.removeItem(prefix + id)
      return drop(id)
    },
    setAside: (id) => void drop(id),
  }
}

function readAll(notebook: Notebook, now: number): LabelGiven[] {
  const keys = Array.from({ length: notebook.length }, (_, i) => notebook.key(i) ?? '')
  const entries: Entry[] = []
  for (const key of keys.filter((each) => each.startsWith(prefix))) {
    const entry = readEntry(notebook.getItem(key))
    if (entry === undefined || now - entry.at > keptMilliseconds) notebook.removeItem(key)
    else entries.push(entry)
  }
  return entries.sort((a, b) => a.at - b.at).map(({ message }) => message)
}

function readEntry(text: string | null): Entry | undefined {
  try {
    const entry = JSON.parse(text ?? '') as Entry
    return typeof entry.at === 'number' && typeof entry.message.id === 'string' ? entry : undefined
  } catch {
    return undefined
  }
}
