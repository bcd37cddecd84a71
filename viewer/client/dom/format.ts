// Numbers for people.

const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })

export function count(value: number): string {
  return grouped.format(value)
}

/** 950, 1.2k, 48k, 1.5M. */
export function shortCount(value: number): string {
  if (value < 1000) return grouped.format(value)
  const [size, unit] = value < 999_500 ? [value / 1000, 'k'] : [value / 1e6, 'M']
  return `${size < 9.95 ? size.toFixed(1).replace(/\.0$/, '') : Math.round(size)}${unit}`
}

export function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}

export function seconds(value: number): string {
  return `${value.toFixed(2)} s`
}

/** 40 s, 3 min 20 s, 1 h 5 min. */
export function timeLeft(value: number): string {
  const whole = Math.max(0, Math.round(value))
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`
}
