// One page at the desk: what it is asked, what it gives, and what it is told about it. A page that gives faster than the
// disk writes, or than it reads its own acknowledgements, is not read from until both have caught up.

import type { DeskReply } from '../../rewards/preference/desk-journal.ts'
import { type LabelGiven, type LabelPageMessage, type LabelServerMessage, labelKey } from '../protocol/label.ts'
import { givenOf, offerMessage, personOf, progressMessage, replyMessage } from './label-messages.ts'
import type { Labelling } from './labelling.ts'
import { newestOnly } from './newest-only.ts'
import type { Outbox } from './outbox.ts'

/** What a page's connection lends. */
export interface PageEnds {
  readonly outbox: Pick<Outbox, 'put' | 'has'>
  /** Stop reading from the page, and go on. */
  pause(): void
  resume(): void
  readonly log: (line: string) => void
}

export interface LabelClient {
  hear(message: LabelPageMessage): void
  /** Tells what changed since the last time. */
  refresh(): void
  deskOpened(): void
  deskClosed(): void
  /** Another page has taken its seat. */
  moveAway(): void
  leave(): void
}

interface LabelClientOptions {
  /** Undefined while nobody is asked. */
  readonly labelling: () => Labelling | undefined
  readonly ends: PageEnds
  /** Who sits where, of all pages. */
  readonly seats: Map<string, LabelClient>
  readonly onLeave: () => void
}

/** Things given that wait for the disk, and replies that wait for the network, before the page must wait. */
const mostPending = 16

type Sit = Extract<LabelPageMessage, { type: 'label-sit' }>

const nobodyAsks = 'nobody is asked here; to answer questions about recordings, type: rapref label <run or recordings>'

export function serveLabelClient({ labelling, ends, seats, onLeave }: LabelClientOptions): LabelClient {
  const { outbox } = ends
  const told = new Map<string, string>()
  const insights = newestOnly(tellInsight)
  let wish: Sit | undefined
  let seat: string | undefined
  let pending = 0

  function hear(message: LabelPageMessage): void {
    switch (message.type) {
      case 'label-sit':
        wish = message
        sit(message)
        break
      case 'label-stay':
        if (seat !== undefined) labelling()?.desk.stay(seat)
        break
      case 'label-quality':
        tellQuality()
        break
      default:
        void take(message)
    }
  }

  function sit(wish: Sit): void {
    const present = labelling()
    if (present === undefined) say({ type: 'label-closed', message: nobodyAsks })
    else sitDown(wish, present)
  }

  function sitDown(wish: Sit, present: Labelling): void {
    if (seat !== wish.seat) standUp('for good')
    seat = wish.seat
    const other = seats.get(seat)
    seats.set(seat, client)
    if (other !== client) other?.moveAway()
    const annotator = wish.annotator ?? present.annotator
    present.desk.sit({ seat, by: personOf(annotator), holding: wish.holding })
    told.clear()
    say({ type: 'label-desk', annotator, instructions: present.instructions, insight: present.insight !== undefined })
    refresh()
  }

  function standUp(how: 'for good' | 'for a while'): void {
    if (seat === undefined || seats.get(seat) !== client) return
    seats.delete(seat)
    if (how === 'for good') labelling()?.desk.giveUp(seat)
    else labelling()?.desk.leave(seat)
    seat = undefined
  }

  async function take(message: LabelGiven): Promise<void> {
    wait(1)
    const reply = await give(message).catch((error: unknown): DeskReply => {
      ends.log(`cannot take ${message.type} ${message.id}: ${String(error)}`)
      return { kind: 'refused', code: 'wrong-shape', message: 'the server could not understand it' }
    })
    acknowledge(replyMessage(message.id, reply))
    if (reply.kind === 'saved') insights.want(reply.question)
    refresh()
  }

  /** What comes while nobody is asked, as just after a restart, is to come again. */
  async function give(message: LabelGiven): Promise<DeskReply> {
    const present = labelling()
    if (present === undefined) return { kind: 'refused', code: 'not-saved', message: nobodyAsks }
    const annotator = wish?.annotator ?? present.annotator
    return present.desk.give(givenOf(message, { seat: seat ?? '', annotator }))
  }

  function acknowledge(message: LabelServerMessage): void {
    const key = labelKey(message)
    if (outbox.has(key)) wait(-1)
    outbox.put(key, () => {
      wait(-1)
      return JSON.stringify(message)
    })
  }

  function wait(change: 1 | -1): void {
    pending += change
    if (pending >= mostPending) ends.pause()
    else ends.resume()
  }

  function refresh(): void {
    if (seat === undefined) return
    const mine = seat
    tellNews('label-offer', (present) => (mine === seat ? offerMessage(present, mine) : undefined))
    tellNews('label-progress', ({ desk }) => progressMessage(desk.progress()))
  }

  /** Made when its turn comes, and sent where it differs from what was sent last. */
  function tellNews(key: string, make: (present: Labelling) => LabelServerMessage | undefined): void {
    outbox.put(key, () => {
      const present = labelling()
      const message = present && make(present)
      const text = JSON.stringify(message)
      if (message === undefined || told.get(key) === text) return undefined
      told.set(key, text)
      if (message.type === 'label-offer' && message.state === 'finished') tellQuality()
      return text
    })
  }

  async function tellInsight(id: string): Promise<void> {
    const present = labelling()
    const question = present?.desk.question(id)
    try {
      const insight = question && (await present?.insight?.(question))
      if (insight) say({ type: 'label-insight', ...insight })
    } catch (error) {
      ends.log(`cannot tell what the model thinks of ${id}: ${String(error)}`)
    }
  }

  function tellQuality(): void {
    outbox.put('label-quality', () => {
      const quality = labelling()?.quality
      return quality && JSON.stringify({ type: 'label-quality', ...quality() })
    })
  }

  function say(message: LabelServerMessage): void {
    outbox.put(labelKey(message), () => JSON.stringify(message))
  }

  const client: LabelClient = {
    hear,
    refresh,
    deskOpened() {
      if (wish !== undefined) sit(wish)
    },
    deskClosed() {
      if (seat !== undefined) say({ type: 'label-closed', message: nobodyAsks })
      seat = undefined
    },
    moveAway() {
      seat = undefined
      wish = undefined
      say({ type: 'label-moved' })
    },
    leave() {
      standUp('for a while')
      onLeave()
    },
  }
  return client
}
