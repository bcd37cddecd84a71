// Several seeds as one curve: at each step their mean, the least and the greatest. Pure.

export type Points = readonly (readonly [steps: number, value: number])[]

export interface BandPoint {
  readonly steps: number
  readonly mean: number
  readonly low: number
  readonly high: number
  /** Runs that reach this step. */
  readonly runs: number
}

/** A curve of one configuration, as it is drawn. */
export interface ChartLine {
  readonly label: string
  /** A colour of the style sheet, such as `series-1` or `left`. */
  readonly colour: string
  /** Runs behind it. */
  readonly runs: number
  readonly points: readonly BandPoint[]
}

const gridPoints = 120

/**
 * Runs are read between their points along straight lines, from their first to their last; where only some of them have
 * been, only those count.
 */
export function bandOf(curves: readonly Points[]): readonly BandPoint[] {
  const drawn = curves.filter((curve) => curve.length > 0)
  return gridOf(drawn).flatMap((steps) => {
    const values = drawn.map((curve) => valueAt(curve, steps)).filter((value) => value !== undefined)
    if (values.length === 0) return []
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    return [{ steps, mean, low: Math.min(...values), high: Math.max(...values), runs: values.length }]
  })
}

/** Every step at which something was measured, thinned to what can be seen. */
function gridOf(curves: readonly Points[]): readonly number[] {
  const steps = [...new Set(curves.flatMap((curve) => curve.map(([at]) => at)))].sort((a, b) => a - b)
  if (steps.length <= gridPoints) return steps
  return Array.from({ length: gridPoints }, (_, i) => steps[Math.round((i * (steps.length - 1)) / (gridPoints - 1))]!)
}

/** @returns undefined outside the curve */
export function valueAt(curve: Points, steps: number): number | undefined {
  const after = curve.findIndex(([at]) => at >= steps)
  if (after < 0) return undefined
  const [to, value] = curve[after]!
  if (to === steps) return value
  const before = curve[after - 1]
  if (before === undefined) return undefined
  const [from, start] = before
  return start + ((value - start) * (steps - from)) / (to - from)
}
