// From a program to the graph that a compiled executor runs.

import { fitInterface } from '../graph/interface.ts'
import { narrowSplits } from '../graph/narrow-splits.ts'
import { optimise } from '../graph/optimise/optimise.ts'
import { type PackedGraph, packInterface } from '../graph/pack.ts'
import type { Program, Shapes } from '../program.ts'
import { isState, type Traced, trace } from '../trace/trace.ts'

export interface Prepared extends Pick<Traced, 'outputs' | 'replaced'> {
  /** The session's graph, and which small tensors travel together. */
  readonly packed: PackedGraph
}

export interface GraphLimits {
  /** Pieces that one node may split a tensor into. */
  readonly pieces: number
}

export function prepareGraph<I extends Shapes, S extends Shapes>(
  program: Program<I, S>,
  limits?: GraphLimits,
): Prepared {
  const { graph, outputs, replaced } = trace(program)
  const packed = packInterface(graph, isState)
  const smaller = optimise(packed.graph, { views: true })
  const fitting = limits ? narrowSplits(smaller, limits.pieces) : smaller
  return { packed: { ...packed, graph: fitInterface(fitting) }, outputs, replaced }
}
