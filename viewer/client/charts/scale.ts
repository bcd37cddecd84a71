// From values to places, and round numbers along an axis. Pure.

export interface Scale {
  /** Values at both ends; equal ends are moved apart. */
  readonly domain: readonly [low: number, high: number]
  /** Places of the ends, in pixels. */
  readonly range: readonly [from: number, to: number]
}

export function place(value: number, { domain: [low, high], range: [from, to] }: Scale): number {
  return from + ((value - low) / (high - low)) * (to - from)
}

/** From the least to the greatest value; `[0, 1]` for none. */
export function domainOf(values: readonly number[]): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  if (low > high) return [0, 1]
  return low === high ? [low - (Math.abs(low) || 1) / 2, high + (Math.abs(high) || 1) / 2] : [low, high]
}

/** Round values inside the domain, about `wanted` of them. */
export function ticks([low, high]: readonly [number, number], wanted = 5): readonly number[] {
  const rough = (high - low) / wanted
  const size = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((each) => each * size).find((each) => each >= rough * 0.999) ?? rough
  const first = Math.ceil(low / step - 1e-9)
  const last = Math.floor(high / step + 1e-9)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(((first + i) * step).toPrecision(12)))
}
