// What a run says while it goes. A live run publishes these; a run folder holds the same, one JSON line each, in
// metrics.jsonl. Everything that a page shows of a run is folded from them (viewer/server/run-view.ts).

import { z } from 'zod'
import { clipSummary, progress } from './run.ts'

/** How a run ended, in its own words. */
export const outcome = z.enum(['finished', 'stopped', 'failed'])
export type Outcome = z.infer<typeof outcome>

export const runEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('begin'), task: z.string(), method: z.string(), seed: z.number() }),
  z.object({ kind: z.literal('progress'), ...progress.shape }),
  /** One point of a curve over environment steps, such as `success`, `reward-accuracy`, `labels`, `return`. */
  z.object({ kind: z.literal('point'), curve: z.string().min(1), steps: z.number(), value: z.number() }),
  /** A rollout was recorded; in a run folder its bytes are `recordings/<id>.rec`. */
  z.object({ kind: z.literal('clip'), ...clipSummary.omit({ task: true }).shape }),
  z.object({ kind: z.literal('end'), outcome, note: z.string().optional() }),
])
export type RunEvent = z.infer<typeof runEvent>
