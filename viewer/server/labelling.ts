// A desk at which pages answer. What the page needs beside the questions (clips, durations, what the model thinks) comes
// from whoever set it up; this holds the pages that are there, and clips for any of them.

import type { Desk } from '../../rewards/preference/desk.ts'
import type { DeskQuestion } from '../../rewards/preference/desk-question.ts'
import type { SegmentRef } from '../../rewards/preference/preference.ts'
import type { ClipFrame } from '../protocol/frames.ts'
import type { LabelInsight, LabelQuality } from '../protocol/label.ts'
import { labelRun, readLabelAddress } from './label-address.ts'
import { type LabelClient, type PageEnds, serveLabelClient } from './label-client.ts'
import type { RunSource } from './source.ts'

export interface Labelling {
  readonly desk: Desk
  /** Who answers where a page gives no other name. */
  readonly annotator: string
  /** What to look for. */
  readonly instructions: string
  /** What a segment lasts. */
  seconds(segment: SegmentRef): number
  /** Poses of one segment of a question (`segmentFrame`); undefined where its recording is gone. */
  clip(question: DeskQuestion, member: number): Promise<ClipFrame | undefined>
  /** What the named terms and the reward model say, for after the answer. Undefined where nothing is known. */
  readonly insight?: (question: DeskQuestion) => Promise<LabelInsight | undefined>
  readonly quality?: () => LabelQuality
}

/** The pages that may answer, and the desk at which they do while there is one. */
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
