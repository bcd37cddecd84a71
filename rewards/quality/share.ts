// So many of so many, and how sure one can be of their ratio.

export interface Share {
  readonly count: number
  readonly of: number
}

/** 95% interval for a proportion of which `count` of `of` were seen; handed in, as this room has no statistics of its own. */
export type IntervalOf = (count: number, of: number) => readonly [low: number, high: number]

export function shareOf<Value>(values: readonly Value[], counts: (value: Value) => boolean): Share {
  return { count: values.filter(counts).length, of: values.length }
}

/** NaN of nothing. */
export function ratio({ count, of }: Share): number {
  return count / of
}
