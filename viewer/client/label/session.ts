// One person's session at the labelling desk: what the server says turned into values, what the person does into messages.

import type {
  LabelGiven,
  LabelInsight,
  LabelProgress,
  LabelQuality,
  LabelQuestion,
  LabelServerMessage,
} from '../../protocol/label.ts'
import type { PageMessage } from '../../protocol/messages.ts'
import { type Value, value } from '../dom/value.ts'
import { createGiven } from './given.ts'
import { createHistory, type Past } from './history.ts'
import { newId } from './id.ts'
import type { Memory, Notebook } from './memory.ts'
import { createQueue, type Queue, type Ready } from './queue.ts'
import type { Seat } from './seat.ts'
import type { LabelAnswer, LabelDesk, LabelOffer, LabelRanking, LabelRefused } from './wire.ts'

export interface Session {
  readonly queue: Queue
  readonly desk: Value<LabelDesk | undefined>
  /** `unknown` until the server said something; `closed` where there is nothing to label. */
  readonly state: Value<LabelOffer['state'] | 'unknown' | 'closed'>
  /** Answers that the server has not confirmed. */
  readonly waiting: Value<readonly LabelGiven[]>
  /** Answers that were confirmed since the page was opened. */
  readonly saved: Value<number>
  readonly progress: Value<LabelProgress | undefined>
  readonly quality: Value<LabelQuality | undefined>
  /** The newest answer that stands. */
  readonly last: Value<Past | undefined>
  /** What the reward model thought of questions that were answered, newest last. */
  readonly insights: Value<ReadonlyMap<string, LabelInsight>>
  hear(message: LabelServerMessage): void
  give(answer: Judgement): void
  undo(): Promise<void>
  rename(annotator: string): void
  askQuality(): void
  stay(): void
}

/** What a person decided about the present question; the rest of the message is the session's. */
export type Judgement =
  | Pick<LabelAnswer, 'type' | 'answer' | 'milliseconds' | 'decisiveStep'>
  | Pick<LabelRanking, 'type' | 'order' | 'milliseconds'>

interface SessionOptions {
  readonly wire: {
    keep(key: string, message: PageMessage | (() => PageMessage)): void
    forget(key: string): void
  }
  readonly seat: Seat
  readonly tab: Memory
  readonly notebook: Notebook
  readonly load: (question: LabelQuestion) => Promise<Ready>
  readonly say: (line: string) => void
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly after: (milliseconds: number, then: () => void) => void
}

const retryMilliseconds = 2000
const insightsKept = 20
const holdingMost = 8

export function createSession(options: SessionOptions): Session {
  const { wire, seat, tab, notebook, load, say, clock, after } = options
  const desk = value<LabelDesk | undefined>(undefined)
  const state = value<LabelOffer['state'] | 'unknown' | 'closed'>('unknown')
  const saved = value(0)
  const progress = value<LabelProgress | undefined>(undefined)
  const quality = value<LabelQuality | undefined>(undefined)
  const insights = value<ReadonlyMap<string, LabelInsight>>(new Map())
  const queue = createQueue({ load, onProblem: say })
  const history = createHistory(tab)
  /** Which question each message on its way is about. */
  const about = new Map<string, string>()
  const older = new Set<string>()

  sit()
  const given = createGiven({
    notebook,
    send: (message) => wire.keep(message.id, message),
    onUnsaved: (problem) =>
      say(`this browser cannot keep answers over a reload (${problem}); the server still gets them`),
    clock,
  })
  for (const message of given.waiting.now) {
    older.add(message.id)
    expectAbout(message)
  }

  function sit(): void {
    wire.keep('label-sit', () => ({
      type: 'label-sit',
      seat: seat.id,
      ...annotator(),
      holding: queue.holding.now.slice(0, holdingMost).map(({ id }) => id),
    }))
  }

  function annotator(): { annotator?: string } {
    return seat.annotator === undefined ? {} : { annotator: seat.annotator }
  }

  /** Answered before a reload: not to be asked again while the answer is on its way. */
  function expectAbout(message: LabelGiven): void {
    if (message.type === 'label-undo') return
    about.set(message.id, message.question)
    queue.pass(message.question)
  }

  function hear(message: LabelServerMessage): void {
    switch (message.type) {
      case 'label-desk':
        desk.set(message)
        break
      case 'label-offer':
        state.set(message.state)
        queue.offer(message.questions)
        break
      case 'label-progress':
        progress.set(message)
        break
      case 'label-saved':
        settle(message.id, message.question)
        saved.set(saved.now + 1)
        break
      case 'label-undone':
        settle(message.id, message.question)
        queue.returned(message.question)
        break
      case 'label-refused':
        refused(message)
        break
      case 'label-insight':
        insights.set(new Map([...insights.now, [message.question, message] as const].slice(-insightsKept)))
        break
      case 'label-quality':
        quality.set(message)
        break
      case 'label-moved':
        seat.move()
        sit()
        break
      case 'label-closed':
        state.set('closed')
        say(message.message)
        break
    }
  }

  /** While a newer word on the same question is on its way, the question is still passed over. */
  function settle(id: string, question: string): void {
    wire.forget(id)
    given.settle(id)
    about.delete(id)
    if (![...about.values()].includes(question)) queue.settle(question)
  }

  function refused({ id, code, message }: LabelRefused): void {
    const question = about.get(id)
    if (code === 'not-saved') {
      say(message)
      after(retryMilliseconds, () => resend(id))
    } else if (code === 'unknown-question' && older.has(id)) {
      wire.forget(id)
      given.setAside(id)
    } else {
      say(message)
      history.remove(id)
      if (question !== undefined) {
        queue.pass(question)
        settle(id, question)
      } else drop(id)
    }
  }

  function drop(id: string): void {
    wire.forget(id)
    given.settle(id)
  }

  function resend(id: string): void {
    const message = given.waiting.now.find((each) => each.id === id)
    if (message !== undefined) wire.keep(id, message)
  }

  return {
    queue,
    desk,
    state,
    waiting: given.waiting,
    saved,
    progress,
    quality,
    last: history.last,
    insights,
    hear,
    give(judgement) {
      const present = queue.present.now
      if (present === undefined) return
      const { question } = present
      const shown = question.clips.map(({ member }) => member)
      const message = { ...judgement, id: newId(), question: question.id, shown, ...annotator() }
      given.add(message)
      about.set(message.id, question.id)
      history.add({ message, question })
      queue.pass(question.id)
    },
    async undo() {
      const past = history.pop()
      if (past === undefined) return say('there is nothing to take back in this tab')
      const message = { type: 'label-undo', id: newId(), answer: past.message.id, ...annotator() } as const
      given.add(message)
      about.set(message.id, past.question.id)
      queue.comeBack(await load(past.question))
    },
    rename(name) {
      if (seat.rename(name) === undefined) say('a name needs at least one letter')
      else sit()
    },
    askQuality: () => sayOnce({ type: 'label-quality' }),
    stay: () => sayOnce({ type: 'label-stay' }),
  }

  /** Said if there is somebody to hear it now; not worth repeating after a loss. */
  function sayOnce(message: PageMessage): void {
    wire.keep(message.type, message)
    wire.forget(message.type)
  }
}
