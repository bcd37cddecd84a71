// The questions of this seat: which one is asked now, and which are ready behind it.

import type { ClipFrame } from '../../protocol/frames.ts'
import type { LabelQuestion } from '../../protocol/label.ts'
import { type Value, value } from '../dom/value.ts'

/** A question and its clips, in the order to show them from left to right. */
export interface Ready {
  readonly question: LabelQuestion
  readonly clips: readonly ClipFrame[]
}

export interface Queue {
  readonly present: Value<Ready | undefined>
  /** Behind the present one, with their clips here. */
  readonly next: Value<readonly Ready[]>
  /** Questions that are still to be answered here. */
  readonly holding: Value<readonly LabelQuestion[]>
  /** The server's word on what this seat is to answer, first to last. */
  offer(questions: readonly LabelQuestion[]): void
  /** It was answered: the next one is asked, and offers that still name it are passed over until `settle`. */
  pass(question: string): void
  settle(question: string): void
  /** An answer was taken back: its question is asked again, whatever is offered, until `returned`. */
  comeBack(ready: Ready): void
  returned(question: string): void
}

interface QueueOptions {
  readonly load: (question: LabelQuestion) => Promise<Ready>
  readonly onProblem: (problem: string) => void
}

export function createQueue({ load, onProblem }: QueueOptions): Queue {
  const present = value<Ready | undefined>(undefined)
  const next = value<readonly Ready[]>([])
  const holding = value<readonly LabelQuestion[]>([])
  const loaded = new Map<string, Ready>()
  const loading = new Set<string>()
  /** Their clips could not be had; tried again with the next offer. */
  const failed = new Set<string>()
  const passed = new Set<string>()
  /** Questions that came back: true once the server knows, and the next offer decides. */
  const back = new Map<string, { readonly question: LabelQuestion; known: boolean }>()
  let offered: readonly LabelQuestion[] = []

  function arrange(): void {
    const waiting = [...back.values()].map(({ question }) => question)
    const all = [...waiting, ...offered.filter(({ id }) => !back.has(id))].filter(({ id }) => !passed.has(id))
    for (const id of loaded.keys()) if (!all.some((question) => question.id === id)) loaded.delete(id)
    for (const question of all) if (!loaded.has(question.id)) void fetch(question)
    const ready = all.flatMap(({ id }) => loaded.get(id) ?? [])
    const stays = ready.find(({ question }) => question.id === present.now?.question.id && !givesWay(question.id))
    const asked = stays ?? ready[0]
    holding.set(all)
    present.set(asked)
    next.set(ready.filter((each) => each !== asked))
  }

  /** Something came back since, and a person waits to see it. */
  function givesWay(id: string): boolean {
    const [newest] = back.keys()
    return newest !== undefined && newest !== id
  }

  async function fetch(question: LabelQuestion): Promise<void> {
    if (loading.has(question.id) || failed.has(question.id)) return
    loading.add(question.id)
    try {
      loaded.set(question.id, await load(question))
    } catch (error) {
      failed.add(question.id)
      onProblem(error instanceof Error ? error.message : String(error))
      return
    } finally {
      loading.delete(question.id)
    }
    arrange()
  }

  return {
    present,
    next,
    holding,
    offer(questions) {
      offered = questions
      failed.clear()
      for (const [id, { known }] of back) if (known) back.delete(id)
      arrange()
    },
    pass(question) {
      passed.add(question)
      back.delete(question)
      arrange()
    },
    settle(question) {
      passed.delete(question)
      offered = offered.filter(({ id }) => id !== question)
      arrange()
    },
    comeBack(ready) {
      const { id } = ready.question
      passed.delete(id)
      loaded.set(id, ready)
      const older = [...back]
      back.clear()
      back.set(id, { question: ready.question, known: false })
      for (const [key, each] of older) if (key !== id) back.set(key, each)
      arrange()
    },
    returned(question) {
      const entry = back.get(question)
      if (entry !== undefined) entry.known = true
    },
  }
}
