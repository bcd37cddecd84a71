// What a long job tells the person who waits for it. Same events, different faces: a live panel on a terminal, plain
// lines elsewhere.

import type { Progress } from '../../viewer/protocol/run.ts'

export type ReportEvent =
  /** A part of the job begins: `exploring`, `learning`, `evaluating`. */
  | { readonly kind: 'phase'; readonly name: string }
  | ({ readonly kind: 'progress' } & Progress)
  /** Something to know, said once. */
  | { readonly kind: 'note'; readonly text: string }
  /** Nothing more will come. */
  | { readonly kind: 'done' }

export interface Reporter {
  report(event: ReportEvent): void
}
