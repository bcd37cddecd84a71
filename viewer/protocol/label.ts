// What is said while a person labels: questions and figures to the page, answers to the server. One schema a direction.
// Clips of a question are asked for like any other clip and come as the binary frames of frames.ts.

import { z } from 'zod'
import type { Answer } from '../../rewards/preference/preference.ts'

const count = z.number().int().nonnegative()
const text = z.string().max(4000)
/** Made by whoever speaks first of the thing; says nothing about it. */
const id = z.string().regex(/^[\w.:-]{1,100}$/, 'expected up to 100 letters, digits and -_.:')
/** Made by the page, once a thing that it gives: however often that arrives, it counts once. */
const ownId = z.string().regex(/^[\w-]{1,100}$/, 'expected up to 100 letters, digits and -_')
/** A person, as the log keeps them: nothing that does not print, no line breaks. */
const annotator = z.string().regex(/^[^\p{C}\p{Zl}\p{Zp}]{1,60}$/u, 'expected a name of up to 60 letters')
/** Place of a clip in its question as it is stored: 0 is `first`, 1 is `second`; up to 3 in a ranking. */
const member = z.number().int().min(0).max(3)
/** Members from left to right as they were shown. */
const shown = z.array(member).min(2).max(4)
/** Time that a person looked before answering. */
const milliseconds = z.number().min(0).max(1e9)
const perStep = z.array(z.number()).max(10_000)

const answers: { readonly [Name in Answer]: Name } = { first: 'first', second: 'second', equal: 'equal', skip: 'skip' }

export const labelClip = z.object({
  member,
  /**
   * What to ask for with the message `clip`; its frame holds the window alone, from frame 0 at the window's start. The
   * summary in that frame says nothing of who acted, and `successAt` is null: both would colour the answer.
   */
  address: z.object({ run: z.string().max(200), clip: z.string().max(200) }),
  /** The window in its episode, counted in decisions; a decisive step counts from `start`. */
  start: count,
  length: z.number().int().positive(),
  /** What the window lasts; one decision takes `seconds / length`. */
  seconds: z.number().positive(),
})
export type LabelClip = z.infer<typeof labelClip>

export const labelQuestion = z.object({
  id,
  task: z.string().max(200),
  /** Two to compare, three or four to rank, in the order to show them from left to right; that order never changes. */
  clips: z.array(labelClip).min(2).max(4),
  /** Same task, same start: nothing but behaviour differs. A badge where false. */
  fair: z.boolean(),
})
export type LabelQuestion = z.infer<typeof labelQuestion>

const person = z.object({
  name: annotator,
  answered: count,
  skipped: count,
  /** Has the page open now. */
  here: z.boolean(),
})

export const labelProgress = z.object({
  /** Questions with an answer that stands, skipped ones not counted. */
  answered: count,
  skipped: count,
  /** How many answers are asked for; null where there is no budget. */
  wanted: count.nullable(),
  people: z.array(person).max(64),
})
export type LabelProgress = z.infer<typeof labelProgress>

const curve = z.object({ name: z.string().max(100), values: perStep })

export const labelInsight = z.object({
  question: id,
  /** What the reward model would have answered; null where there is no model, or more than two clips. */
  prediction: z
    .object({
      /** Chance that `first` is preferred. */
      first: z.number().min(0).max(1),
      /** Standard deviation of that chance over the members of the model. */
      uncertainty: z.number().min(0),
    })
    .nullable(),
  /** By member, ascending; every curve has one value a decision of the window. */
  clips: z
    .array(
      z.object({
        member,
        /** The model's reward and how much its members differ; null where there is no model. */
        reward: z.object({ mean: perStep, deviation: perStep }).nullable(),
        /** The task's own named reward terms, raw. */
        terms: z.array(curve).max(64),
      }),
    )
    .min(2)
    .max(4),
})
export type LabelInsight = z.infer<typeof labelInsight>

export const labelQuality = z.object({
  answered: count,
  skipped: count,
  measures: z
    .array(
      z.object({
        /** Such as `self-agreement`, `side-bias`, `oracle-agreement`. */
        id: z.string().max(100),
        /** A sentence for the person, figures included. */
        text,
        /** The figure itself; null where there is too little to tell. */
        value: z.number().nullable(),
        /** How many answers it rests on. */
        of: count,
        /** Worth a second look. */
        worry: z.boolean(),
      }),
    )
    .max(32),
})
export type LabelQuality = z.infer<typeof labelQuality>

export const labelServerMessages = [
  /** The answer to `label-sit`: what this page is about. */
  z.object({
    type: z.literal('label-desk'),
    /** Who answers where the person gives no other name. */
    annotator,
    /** What to look for, in the words of whoever asks; lines are broken by \n. */
    instructions: text,
    /** Whether `label-insight` follows an answer. */
    insight: z.boolean(),
  }),
  /**
   * What this seat is to answer, first to last: the first now, the others next, so that their clips can be fetched ahead.
   * A page that has answered one of them and waits for `label-saved` passes over it. Sent again whenever it changes.
   */
  z.object({
    type: z.literal('label-offer'),
    questions: z.array(labelQuestion).max(8),
    /** `waiting`: none now, more may come (a run goes on, or others hold the last ones). `finished`: none ever. */
    state: z.enum(['asking', 'waiting', 'finished']),
  }),
  z.object({ type: z.literal('label-progress'), ...labelProgress.shape }),
  /** It is on the disk: forget it. `id` is the page's own; `answer` is what `label-undo` may name. */
  z.object({ type: z.literal('label-saved'), id: ownId, question: id, answer: ownId }),
  z.object({ type: z.literal('label-undone'), id: ownId, question: id, answer: ownId }),
  /**
   * It was not kept and never will be: forget it and say so. Only `not-saved` (the disk refused, or nobody is asked just
   * now) is worth sending again, after some seconds and after a reconnect.
   */
  z.object({
    type: z.literal('label-refused'),
    id: ownId,
    code: z.enum(['unknown-question', 'wrong-shape', 'nothing-to-undo', 'not-yours', 'not-saved']),
    message: text,
  }),
  /** After an answer was saved, and only then. */
  z.object({ type: z.literal('label-insight'), ...labelInsight.shape }),
  /** With `finished`, and on request. */
  z.object({ type: z.literal('label-quality'), ...labelQuality.shape }),
  /** This seat is used by a newer page: sit again with a new seat to go on here. */
  z.object({ type: z.literal('label-moved') }),
  /** Nobody is asked at this server now; the message says how to begin. `label-desk` follows by itself when that changes. */
  z.object({ type: z.literal('label-closed'), message: text }),
] as const

export const labelPageMessages = [
  /** First of all, after every connect, and when the annotator changes: lease questions to this seat. */
  z.object({
    type: z.literal('label-sit'),
    /** Made once a tab and kept over reloads: the same seat gets the same questions again. */
    seat: id,
    annotator: annotator.optional(),
    /** Questions that the page still has on screen or fetched, first to last: they are offered again where possible. */
    holding: z.array(id).max(8),
  }),
  /** Somebody is still looking, at most every few seconds: the questions stay with this seat. */
  z.object({ type: z.literal('label-stay') }),
  /** An answer about two clips. Send it again after a reconnect until `label-saved` or `label-refused` names its id. */
  z.object({
    type: z.literal('label-answer'),
    id: ownId,
    question: id,
    answer: z.enum(answers),
    shown,
    milliseconds,
    /** The decision that decided, counted from the window's start. */
    decisiveStep: count.optional(),
    annotator: annotator.optional(),
  }),
  /** An answer about up to four clips; like `label-answer`. */
  z.object({
    type: z.literal('label-ranking'),
    id: ownId,
    question: id,
    /** Best first; clips that are as good as each other share a group; null to skip. */
    order: z.array(z.array(member).min(1).max(4)).min(1).max(4).nullable(),
    shown,
    milliseconds,
    annotator: annotator.optional(),
  }),
  /** Takes back an answer by the page's id of it; its question comes back. Send it again like an answer. */
  z.object({ type: z.literal('label-undo'), id: ownId, answer: ownId, annotator: annotator.optional() }),
  /** Send `label-quality` about the answers so far. */
  z.object({ type: z.literal('label-quality') }),
] as const

export type LabelPageMessage = z.infer<(typeof labelPageMessages)[number]>
export type LabelServerMessage = z.infer<(typeof labelServerMessages)[number]>
export type LabelGiven = Extract<LabelPageMessage, { type: 'label-answer' | 'label-ranking' | 'label-undo' }>

/** Acknowledgements are each other's equals only for the same id; of everything else the latest counts. */
export function labelKey(message: LabelServerMessage): string {
  switch (message.type) {
    case 'label-saved':
    case 'label-undone':
    case 'label-refused':
      return `label-reply:${message.id}`
    default:
      return message.type
  }
}
