// Every text message between server and page, from one schema per direction. Binary frames are in frames.ts.

import { z } from 'zod'
import { type LabelServerMessage, labelKey, labelPageMessages, labelServerMessages } from './label.ts'
import { about, clipSummary, curve, points, runStatus, runSummary } from './run.ts'

const name = z.string().min(1).max(400)
/** Two sides, two runs. */
const runsWatched = 2
const runsCharted = 400

export const serverMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), protocol: z.number(), version: z.string() }),
  /**
   * Runs that are new or changed, and those that are gone; not all at once. `fresh` begins the list anew, and `left` runs
   * are still to come.
   */
  z.object({
    type: z.literal('runs'),
    fresh: z.boolean(),
    runs: z.array(runSummary),
    gone: z.array(name),
    left: z.number().int().nonnegative(),
  }),
  z.object({ type: z.literal('status'), run: name, status: runStatus }),
  z.object({ type: z.literal('curves'), run: name, curves: z.array(curve) }),
  z.object({ type: z.literal('clips'), run: name, clips: z.array(clipSummary) }),
  z.object({ type: z.literal('about'), run: name, about }),
  /** One curve of one of the charted runs; no points where the run has no such curve. */
  z.object({ type: z.literal('series'), run: name, curve: z.string(), points }),
  /** A clip that was asked for cannot be had. */
  z.object({ type: z.literal('no-clip'), run: name, clip: name, message: z.string() }),
  z.object({
    type: z.literal('refused'),
    code: z.enum(['shape', 'version', 'busy', 'full', 'failed']),
    message: z.string(),
  }),
  /** Nothing new, still here. */
  z.object({ type: z.literal('beat') }),
  ...labelServerMessages,
])
export type ServerMessage = z.infer<typeof serverMessage>

export const pageMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), protocol: z.number() }),
  /** Send all of these runs now, and whatever of them changes; nothing of other runs any more. */
  z.object({ type: z.literal('watch'), runs: z.array(name).max(runsWatched) }),
  /** The same for one curve of many runs. */
  z.object({ type: z.literal('chart'), curve: name, runs: z.array(name).max(runsCharted) }),
  /** Send one clip as a binary frame. */
  z.object({ type: z.literal('clip'), run: name, clip: name }),
  ...labelPageMessages,
])
export type PageMessage = z.infer<typeof pageMessage>

/** Messages with equal keys replace each other while they wait: the latest wins. */
export function messageKey(message: ServerMessage): string {
  if (message.type === 'no-clip') return clipKey(message)
  if (isLabelMessage(message)) return labelKey(message)
  return 'run' in message ? runKey(message.type, message.run) : message.type
}

function isLabelMessage(message: ServerMessage): message is LabelServerMessage {
  return message.type.startsWith('label-')
}

export function runKey(type: ServerMessage['type'], run: string): string {
  return `${type}:${run}`
}

/** The key of a clip's frame, and of the word that there is none. */
export function clipKey(clip: { readonly run: string; readonly clip: string }): string {
  return `clip:${clip.run}/${clip.clip}`
}
