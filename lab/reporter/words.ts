// Numbers as people read them.

/** `1,500,000`; at most one decimal below 10. */
export function countWords(value: number): string {
  const digits = Math.abs(value) < 10 && !Number.isInteger(value) ? 1 : 0
  return value.toLocaleString('en-US', { maximumFractionDigits: digits })
}

export function percentWords(share: number): string {
  return `${Math.round(share * 100)}%`
}

/** `45 s`, `3 min 20 s`, `2 h 5 min`: two parts at most. */
export function durationWords(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return joinParts([Math.floor(whole / 60), 'min'], [whole % 60, 's'])
  const minutes = Math.round(whole / 60)
  return joinParts([Math.floor(minutes / 60), 'h'], [minutes % 60, 'min'])
}

function joinParts(...parts: readonly (readonly [number, string])[]): string {
  return parts
    .filter(([count], i) => i === 0 || count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ')
}

/** `1:05` since the start, for lines in a log. */
export function clockWords(seconds: number): string {
  const whole = Math.floor(seconds)
  const pad = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`
}
