// Who sits here: a seat, which is this tab's over reloads, and a person's name, which this browser remembers.

import { newId } from './id.ts'
import type { Memory } from './memory.ts'

const seatMemory = 'rapref-seat'
const nameMemory = 'rapref-annotator'

export interface Seat {
  readonly id: string
  /** Undefined until somebody gave one. */
  readonly annotator: string | undefined
  /** Somewhere else this tab's seat was taken, as by its copy. */
  move(): void
  /** @returns the name as it is kept, or undefined where it cannot be one. */
  rename(annotator: string): string | undefined
}

/** @param tab remembers until the tab is closed. @param browser remembers for all tabs. */
export function takeSeat({ tab, browser }: { readonly tab: Memory; readonly browser: Memory }): Seat {
  let id = tab.getItem(seatMemory) ?? sit()
  let annotator = cleanName(browser.getItem(nameMemory) ?? '')

  function sit(): string {
    const made = newId()
    tab.setItem(seatMemory, made)
    return made
  }

  return {
    get id() {
      return id
    },
    get annotator() {
      return annotator
    },
    move() {
      id = sit()
    },
    rename(wanted) {
      const name = cleanName(wanted)
      if (name === undefined) return undefined
      annotator = name
      browser.setItem(nameMemory, name)
      return name
    },
  }
}

/** Without control characters and spaces around it, 60 letters at most. */
function cleanName(name: string): string | undefined {
  const clean = name.replace(/\p{Cc}/gu, '').trim()
  return clean === '' ? undefined : [...clean].slice(0, 60).join('').slice(0, 60)
}
