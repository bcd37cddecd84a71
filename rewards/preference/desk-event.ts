// What a desk tells whoever listens.

import type { LogEntry } from './log-lines.ts'

export type DeskEvent =
  /** An answer stands, or stands no more. A ranking implies several answers. */
  | { readonly kind: 'answered' | 'undone'; readonly entry: LogEntry }
  /** There are other questions than before, or none any more. */
  | { readonly kind: 'questions' }
