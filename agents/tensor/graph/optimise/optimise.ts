// Which rules shape a traced graph before it is compiled.

import type { Graph } from '../value.ts'
import { arithmeticRules } from './arithmetic.ts'
import { rewriteUntilStable } from './rewrite.ts'
import { shapeRules } from './shapes.ts'

export function optimise(graph: Graph): Graph {
  return rewriteUntilStable(graph, [...arithmeticRules, ...shapeRules])
}
