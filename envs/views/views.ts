// The views that a run can name.

import { raw } from './raw.ts'
import { relative } from './relative.ts'
import type { ObservationView } from './view.ts'

export const views = { raw, relative } satisfies Record<string, ObservationView>
export type ViewId = keyof typeof views
