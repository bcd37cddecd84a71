// A ranking as it is made: levels, the most important first, each a factor, a direction and a margin. Pure.

export interface Level {
  /** A term, a trace, a named factor, or a formula over them. */
  readonly factor: string
  readonly better: 'more' | 'less'
  /** What two values must differ by; null leaves it at the usual one. */
  readonly margin: number | null
  /** Of the margin: the factor's own, or standard deviations. */
  readonly unit: 'own' | 'sd'
}

/** Reads a factor as it is written: `less path-length beyond 0.5sd`. What is no such text stays the factor's name. */
export function parseLevel(text: string): Level {
  const [, better, factor = text, margin, unit] =
    /^\s*(?:(more|less)\s+)?(.*?)(?:\s+beyond\s+(\d*\.?\d+(?:e[+-]?\d+)?)\s*(sd)?)?\s*$/.exec(text) ?? []
  return {
    factor,
    better: better === 'less' ? 'less' : 'more',
    margin: margin === undefined ? null : Number(margin),
    unit: margin === undefined || unit !== undefined ? 'sd' : 'own',
  }
}

/** As it is sent to the server, and typed on a command line. */
export function levelText({ factor, better, margin, unit }: Level): string {
  const words = better === 'less' ? `less ${factor}` : factor
  return margin === null ? words : `${words} beyond ${margin}${unit === 'sd' ? 'sd' : ''}`
}

/** Moves a level to another place; anything else stays as it was. */
export function moveLevel(levels: readonly Level[], from: number, to: number): readonly Level[] {
  const level = levels[from]
  if (level === undefined || to < 0 || to >= levels.length || from === to) return levels
  const rest = levels.filter((_, place) => place !== from)
  return [...rest.slice(0, to), level, ...rest.slice(to)]
}

export function changeLevel(levels: readonly Level[], place: number, change: Partial<Level>): readonly Level[] {
  return levels.map((level, at) => (at === place ? { ...level, ...change } : level))
}

export function removeLevel(levels: readonly Level[], place: number): readonly Level[] {
  return levels.filter((_, at) => at !== place)
}

/** At the end, where it decides least. */
export function addLevel(levels: readonly Level[], factor: string): readonly Level[] {
  return [...levels, { factor, better: 'more', margin: null, unit: 'sd' }]
}
