// The methods that a run can name.

import type { Method } from '../method.ts'
import { pebble } from './pebble.ts'

export const methods = { pebble } satisfies Record<string, Method>
export type MethodName = keyof typeof methods
