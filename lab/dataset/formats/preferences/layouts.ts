// The layouts of preferences that there are.

import { bpref } from './bpref.ts'
import { cpl } from './cpl.ts'
import type { PreferenceLayout } from './layout.ts'
import { preferenceTransformer } from './preference-transformer.ts'

export const preferenceLayouts: readonly PreferenceLayout[] = [cpl, bpref, preferenceTransformer]
