// A browser's storage for tests: strings by key, in the order of their writing.

import type { Notebook } from '../../viewer/client/label/memory.ts'

export interface TestNotebook extends Notebook {
  readonly entries: ReadonlyMap<string, string>
  /** From now on nothing more can be written. */
  fill(): void
}

export function notebook(given: Readonly<Record<string, string>> = {}): TestNotebook {
  const entries = new Map(Object.entries(given))
  let full = false
  return {
    entries,
    get length() {
      return entries.size
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    removeItem: (key) => void entries.delete(key),
    setItem(key, value) {
      if (full) throw new Error('the quota has been exceeded')
      entries.set(key, value)
    },
    fill() {
      full = true
    },
  }
}
