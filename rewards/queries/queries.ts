// Queries by name.

import { disagreement } from './disagreement.ts'
import { uniform } from './uniform.ts'

export const queries = { uniform, disagreement }

export type QueryName = keyof typeof queries
