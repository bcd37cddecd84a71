// Every text message between server and page, from one schema per direction. Binary frames are in frames.ts.

import { z } from 'zod'
import { clipSummary, curve, runStatus, runSummary } from './run.ts'

const name = z.string().min(1).max(200)

export const serverMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), protocol: z.number(), version: z.string() }),
  z.object({ type: z.literal('runs'), runs: z.array(runSummary) }),
  z.object({ type: z.literal('status'), run: name, status: runStatus }),
  z.object({ type: z.literal('curves'), run: name, curves: z.array(curve) }),
  z.object({ type: z.literal('clips'), run: name, clips: z.array(clipSummary) }),
  /** A clip that was asked for cannot be had. */
  z.object({ type: z.literal('no-clip'), run: name, clip: name, message: z.string() }),
  z.object({
    type: z.literal('refused'),
    code: z.enum(['shape', 'version', 'busy', 'full', 'failed']),
    message: z.string(),
  }),
  /** Nothing new, still here. */
  z.object({ type: z.literal('beat') }),
])
export type ServerMessage = z.infer<typeof serverMessage>

export const pageMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), protocol: z.number() }),
  /** Send this run's status, curves and clips now and whenever they change; nothing of other runs any more. */
  z.object({ type: z.literal('watch'), run: name }),
  /** Send one clip as a binary frame. */
  z.object({ type: z.literal('clip'), run: name, clip: name }),
])
export type PageMessage = z.infer<typeof pageMessage>

/**
 * Messages with equal keys replace each other while they wait: the latest wins. A page watches one run at a time, so
 * the parts of a run need no name in their keys.
 */
export function messageKey(message: ServerMessage): string {
  return message.type === 'no-clip' ? clipKey(message) : message.type
}

/** The key of a clip's frame, and of the word that there is none. */
export function clipKey(clip: { readonly run: string; readonly clip: string }): string {
  return `clip:${clip.run}/${clip.clip}`
}
