// Which rules shape a traced graph before it is compiled.

import type { Graph } from '../value.ts'
import { arithmeticRules } from './arithmetic.ts'
import { constantRules } from './constants.ts'
import { deadColumnRules } from './dead-columns.ts'
import { expandRules } from './expand.ts'
import { productRules } from './products.ts'
import { rectifierRules } from './rectifiers.ts'
import { rewriteUntilStable } from './rewrite.ts'
import { rowRules } from './rows.ts'
import { shapeRules } from './shapes.ts'
import { stackRules } from './stacks.ts'
import { sumRules } from './sums.ts'
import { viewRules } from './views.ts'

const generalRules = [
  ...arithmeticRules,
  ...constantRules,
  ...shapeRules,
  ...deadColumnRules,
  ...expandRules,
  ...productRules,
  ...rectifierRules,
  ...rowRules,
  ...stackRules,
  ...sumRules,
]

export interface OptimiseOptions {
  /** Whether the runtime can be handed stretches of its inputs. */
  readonly views: boolean
}

export function optimise(graph: Graph, { views }: OptimiseOptions): Graph {
  return rewriteUntilStable(graph, views ? [...viewRules, ...generalRules] : generalRules)
}
