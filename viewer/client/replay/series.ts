// The numbers of a recording over time. Pure.

import type { Recording } from '../../../sim/recording.ts'
import type { Points } from '../panels/chart.ts'
import { endOfStep } from './recorded-clip.ts'

export interface Series {
  readonly name: string
  /** One for each action: when it ended, in seconds, and the value. */
  readonly points: Points
}

/** The reward first, then its terms; none for a recording without steps. */
export function seriesOf(recording: Recording): readonly Series[] {
  const { rewards, terms } = recording
  if (rewards.length === 0) return []
  const width = terms.names.length
  const over = (valueAt: (step: number) => number): Points =>
    Array.from({ length: rewards.length }, (_, step) => [endOfStep(recording, step), valueAt(step)] as const)
  return [
    { name: 'reward', points: over((step) => rewards[step]!) },
    ...terms.names.map((name, i) => ({ name, points: over((step) => terms.values[step * width + i]!) })),
  ]
}

/** More points than a small chart has pixels. */
const mostPoints = 400

/** The least and the greatest of each stretch, so that a short peak is still seen. */
export function thinned(points: Points, most = mostPoints): Points {
  if (points.length <= most) return points
  const stretch = Math.ceil((2 * points.length) / most)
  const kept: (readonly [number, number])[] = []
  for (let start = 0; start < points.length; start += stretch) {
    const part = points.slice(start, start + stretch)
    const least = part.reduce((a, b) => (b[1] < a[1] ? b : a))
    const greatest = part.reduce((a, b) => (b[1] > a[1] ? b : a))
    kept.push(...(least[0] <= greatest[0] ? [least, greatest] : [greatest, least]))
  }
  return kept
}
