// A column along a line from 0 to 1: few values evenly, in their order; many numbers by their size. Pure.

import type { RunSummary } from '../../protocol/run.ts'
import { domainOf, ticks } from '../charts/scale.ts'
import type { Cell, Column } from './columns.ts'

export interface Axis {
  readonly label: string
  /** Where values are named. */
  readonly marks: readonly { readonly share: number; readonly text: string }[]
  /** Undefined for a run without a value. */
  share(run: RunSummary): number | undefined
  /** Many runs share a place. */
  readonly kind: 'even' | 'linear'
}

const evenUpTo = 12

export function axisOf(column: Column, runs: readonly RunSummary[]): Axis {
  const values = new Set<Cell>()
  for (const run of runs) {
    const value = column.value(run)
    if (value !== undefined) values.add(value)
  }
  const numbers = [...values].filter((value) => typeof value === 'number')
  const even = column.kind !== 'score' && (numbers.length < values.size || values.size <= evenUpTo)
  return even ? evenAxis(column, [...values]) : linearAxis(column, numbers)
}

function evenAxis(column: Column, values: readonly Cell[]): Axis {
  const ordered = [...values].sort((a, b) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1,
  )
  const places = new Map(ordered.map((value, i) => [value, (i + 0.5) / ordered.length]))
  const stride = Math.ceil(ordered.length / evenUpTo)
  const marks = ordered
    .map((value) => ({ share: places.get(value)!, text: column.print(value) }))
    .filter((_, i) => i % stride === 0)
  return { label: column.label, kind: 'even', marks, share: (run) => places.get(column.value(run)) }
}

function linearAxis(column: Column, numbers: readonly number[]): Axis {
  const [low, high] = domainOf(numbers)
  const shareOf = (value: number) => (value - low) / (high - low)
  const marks = ticks([low, high]).map((value) => ({ share: shareOf(value), text: column.print(value) }))
  return {
    label: column.label,
    kind: 'linear',
    marks,
    share(run) {
      const value = column.value(run)
      return typeof value === 'number' ? shareOf(value) : undefined
    },
  }
}

/** A small shift, always the same for a run: points that share a place are seen side by side. In [-0.5, 0.5). */
export function shiftOf(id: string): number {
  let hash = 2166136261
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 16777619)
  return ((hash >>> 0) % 1000) / 1000 - 0.5
}
