// Where runs lie in the scatter and in the parallel view, and which one is near a pointer. Pure, in pixels.

import type { RunSummary } from '../../protocol/run.ts'
import { type Axis, shiftOf } from './axis.ts'

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface Placed {
  readonly run: RunSummary
  /** x and y of its point, or of each place along its line. */
  readonly places: Float64Array
}

/** Of the distance between two values of an even axis. */
const spread = 0.5

export function placePoints(runs: readonly RunSummary[], x: Axis, y: Axis, box: Box): readonly Placed[] {
  return runs.flatMap((run) => {
    const [across, up] = [shiftedShare(x, run), shiftedShare(y, run)]
    if (across === undefined || up === undefined) return []
    return [{ run, places: Float64Array.of(box.left + across * box.width, box.top + (1 - up) * box.height) }]
  })
}

function shiftedShare(axis: Axis, run: RunSummary): number | undefined {
  const share = axis.share(run)
  if (share === undefined || axis.kind === 'linear') return share
  return share + (shiftOf(axis.label + run.id) * spread) / Math.max(1, axis.marks.length)
}

/** Lines of runs that have a value on every axis. */
export function placeLines(runs: readonly RunSummary[], axes: readonly Axis[], box: Box): readonly Placed[] {
  return runs.flatMap((run) => {
    const places = new Float64Array(axes.length * 2)
    for (const [i, axis] of axes.entries()) {
      const up = shiftedShare(axis, run)
      if (up === undefined) return []
      places[2 * i] = axisPlace(i, axes.length, box)
      places[2 * i + 1] = box.top + (1 - up) * box.height
    }
    return [{ run, places }]
  })
}

export function axisPlace(index: number, axes: number, { left, width }: Box): number {
  return axes === 1 ? left + width / 2 : left + (index / (axes - 1)) * width
}

/** @returns the run whose point or line is nearest, within reach */
export function nearest(placed: readonly Placed[], x: number, y: number, reach: number): RunSummary | undefined {
  let best = reach
  let found: RunSummary | undefined
  for (const { run, places } of placed) {
    const distance = distanceTo(places, x, y)
    if (distance >= best) continue
    best = distance
    found = run
  }
  return found
}

function distanceTo(places: Float64Array, x: number, y: number): number {
  if (places.length === 2) return Math.hypot(places[0]! - x, places[1]! - y)
  for (let i = 0; i + 3 < places.length; i += 2) {
    const [x0, y0, x1, y1] = [places[i]!, places[i + 1]!, places[i + 2]!, places[i + 3]!]
    if (x < x0 || x > x1) continue
    return Math.abs(y0 + ((y1 - y0) * (x - x0)) / (x1 - x0) - y)
  }
  return Number.POSITIVE_INFINITY
}
