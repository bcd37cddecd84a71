// Numbers as the report writes them.

/** `1.2M`, `50k`, `300`. */
export function shortCount(value: number): string {
  const [divisor, unit] = Math.abs(value) >= 1e6 ? [1e6, 'M'] : Math.abs(value) >= 1e3 ? [1e3, 'k'] : [1, '']
  return `${trim(value / divisor, 1)}${unit}`
}

export function percent(share: number): string {
  return `${trim(share * 100, 1)}%`
}

/** `86% to 99%`. */
export function percentRange([low, high]: readonly [number, number]): string {
  return `${percent(low)} to ${percent(high)}`
}

/** Up to `decimals`, without trailing zeros. */
export function trim(value: number, decimals: number): string {
  return String(Number(value.toFixed(decimals)))
}
