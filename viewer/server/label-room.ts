// The pages that may answer, and the desk at which they do while there is one.

import type { ClipFrame } from '../protocol/frames.ts'
import { labelRun, readLabelAddress } from './label-address.ts'
import { type LabelClient, type PageEnds, serveLabelClient } from './label-client.ts'
import type { Labelling } from './labelling.ts'
import type { RunSource } from './source.ts'

export interface LabelRoom {
  enter(ends: PageEnds): LabelClient
  /** Asks the pages that are there, and those that come. One desk at a time. @returns what ends it */
  open(labelling: Labelling): () => void
  /** Time has passed: what somebody left may go to another. */
  beat(): void
  /** The same runs, and beside them the clips of questions. */
  withClips(source: RunSource): RunSource
}

export function labelRoom(): LabelRoom {
  const clients = new Set<LabelClient>()
  const seats = new Map<string, LabelClient>()
  let present: Labelling | undefined

  const refresh = () => {
    for (const client of clients) client.refresh()
  }

  async function clip(name: string): Promise<ClipFrame | undefined> {
    const address = readLabelAddress(name)
    const question = address && present?.desk.question(address.question)
    if (question?.segments[address!.member] === undefined) return undefined
    return present!.clip(question, address!.member)
  }

  return {
    enter(ends) {
      const client = serveLabelClient({
        ...{ ends, seats },
        labelling: () => present,
        onLeave: () => {
          clients.delete(client)
          refresh()
        },
      })
      clients.add(client)
      return client
    },
    open(labelling) {
      if (present) throw new RangeError('a desk is open already; close it before another opens')
      present = labelling
      const unsubscribe = labelling.desk.subscribe(refresh)
      for (const client of clients) client.deskOpened()
      return () => {
        if (present !== labelling) return
        unsubscribe()
        present = undefined
        seats.clear()
        for (const client of clients) client.deskClosed()
      }
    },
    beat: refresh,
    withClips: (source) => ({
      ...source,
      clip: (run, name) => (run === labelRun ? clip(name) : source.clip(run, name)),
    }),
  }
}
