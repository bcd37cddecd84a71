// Geometry of a small chart. Pure: numbers in, path data out.

export interface ChartBox {
  readonly width: number
  readonly height: number
  /** Values at the bottom and the top edge. */
  readonly range: readonly [low: number, high: number]
  /** Steps at the left and the right edge. */
  readonly domain: readonly [first: number, last: number]
}

export type Points = readonly (readonly [steps: number, value: number])[]

/** SVG path of the line through the points; values outside the range are drawn at its edge. */
export function linePath(points: Points, box: ChartBox): string {
  return points.map((point, i) => `${i === 0 ? 'M' : 'L'}${position(point, box)}`).join('')
}

/** The same line, closed along the bottom edge. */
export function areaPath(points: Points, box: ChartBox): string {
  const first = points[0]
  const last = points.at(-1)
  if (first === undefined || last === undefined) return ''
  return `${linePath(points, box)}L${round(xOf(last[0], box))} ${box.height}L${round(xOf(first[0], box))} ${box.height}Z`
}

export function xOf(steps: number, { domain: [first, last], width }: ChartBox): number {
  return last === first ? width : ((steps - first) / (last - first)) * width
}

export function yOf(value: number, { range: [low, high], height }: ChartBox): number {
  const share = high === low ? 0.5 : (value - low) / (high - low)
  return (1 - Math.min(1, Math.max(0, share))) * height
}

/** From 0 or the least value to the greatest, so that a flat line lies at the bottom or the middle. */
export function rangeOf(points: Points): readonly [number, number] {
  const values = points.map(([, value]) => value)
  return [Math.min(0, ...values), Math.max(...values, 0)]
}

function position([steps, value]: readonly [number, number], box: ChartBox): string {
  return `${round(xOf(steps, box))} ${round(yOf(value, box))}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
