// What was answered in this tab, newest last: what undo takes back and review looks at. Survives a reload.

import type { LabelQuestion } from '../../protocol/label.ts'
import { type Value, value } from '../dom/value.ts'
import type { Memory } from './memory.ts'
import type { LabelAnswer, LabelRanking } from './wire.ts'

export interface Past {
  readonly message: LabelAnswer | LabelRanking
  readonly question: LabelQuestion
}

export interface History {
  readonly last: Value<Past | undefined>
  add(past: Past): void
  /** Takes out the newest one. */
  pop(): Past | undefined
  find(answer: string): Past | undefined
  /** It does not count any more. */
  remove(answer: string): void
}

const memory = 'rapref-history'
const kept = 20

export function createHistory(tab: Memory): History {
  let all = read(tab)
  const last = value<Past | undefined>(all.at(-1))

  function set(next: readonly Past[]): void {
    all = next.slice(-kept)
    last.set(all.at(-1))
    try {
      tab.setItem(memory, JSON.stringify(all))
    } catch {
      // Full: the history then ends with this page, which loses no answer.
      tab.removeItem(memory)
    }
  }

  return {
    last,
    add: (past) => set([...all, past]),
    pop() {
      const past = all.at(-1)
      set(all.slice(0, -1))
      return past
    },
    find: (answer) => all.find(({ message }) => message.id === answer),
    remove: (answer) => set(all.filter(({ message }) => message.id !== answer)),
  }
}

function read(tab: Memory): readonly Past[] {
  try {
    const all: unknown = JSON.parse(tab.getItem(memory) ?? '[]')
    return Array.isArray(all) ? (all as Past[]) : []
  } catch {
    return []
  }
}
