// The views that a run can name.

import { auto } from './auto.ts'
import { raw } from './raw.ts'
import { relative } from './relative.ts'
import type { ObservationView } from './view.ts'

export const views = { auto, raw, relative } satisfies Record<string, ObservationView>
export type ViewId = keyof typeof views
