// A curve as the page can show it: no more points than pixels.

import type { Curve } from '../protocol/run.ts'

const pointsShown = 240

/** Keeps the first and the last point and evenly chosen ones between. */
export function thinCurve(curve: Curve): Curve {
  const { points } = curve
  if (points.length <= pointsShown) return curve
  const step = (points.length - 1) / (pointsShown - 1)
  return { name: curve.name, points: Array.from({ length: pointsShown }, (_, i) => points[Math.round(i * step)]!) }
}
