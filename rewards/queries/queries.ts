// Queries by name.

import { coverage } from './coverage.ts'
import { disagreement } from './disagreement.ts'
import { entropy } from './entropy.ts'
import { newest } from './newest.ts'
import { uniform } from './uniform.ts'

export const queries = { uniform, disagreement, entropy, coverage, newest }

export type QueryName = keyof typeof queries
