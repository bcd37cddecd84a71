// From values to places on paper, with round ticks.

export interface Scale {
  readonly ticks: readonly number[]
  at(value: number): number
}

export interface ScaleOptions {
  /** Smallest and largest value; widened to round ticks. */
  readonly domain: readonly [number, number]
  /** Where those two lie, in pixels. */
  readonly range: readonly [number, number]
  /** About how many ticks. */
  readonly ticks: number
}

export function linearScale({ domain: [low, high], range: [start, end], ticks }: ScaleOptions): Scale {
  // A single value gets room on both sides.
  const spread = high > low ? high - low : Math.abs(low) || 1
  const step = roundStep(spread / ticks)
  const first = Math.floor(low / step + 1e-9)
  const last = Math.max(Math.ceil(high / step - 1e-9), first + 1)
  const at = (value: number) => start + ((value / step - first) / (last - first)) * (end - start)
  return { ticks: Array.from({ length: last - first + 1 }, (_, i) => clean((first + i) * step)), at }
}

/** 1, 2 or 5 times a power of ten, at least `step`. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step))
  const factor = [1, 2, 5, 10].find((each) => each * power >= step * (1 - 1e-9)) ?? 10
  return factor * power
}

/** 0.30000000000000004 is 0.3. */
function clean(value: number): number {
  return Number(value.toPrecision(12))
}
