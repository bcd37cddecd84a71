// Which rows of a long list are on the screen. Pure.

export interface ListWindow {
  readonly first: number
  /** One past the last. */
  readonly end: number
}

export interface Scrolled {
  readonly rows: number
  readonly rowHeight: number
  /** In pixels: how far the list is scrolled, and how much of it is seen. */
  readonly top: number
  readonly height: number
}

/** Rows beyond each edge, so that a little scrolling finds them there. */
const spare = 4

export function windowOf({ rows, rowHeight, top, height }: Scrolled): ListWindow {
  const first = Math.max(0, Math.min(rows, Math.floor(top / rowHeight) - spare))
  const end = Math.min(rows, Math.ceil((top + height) / rowHeight) + spare)
  return { first, end: Math.max(first, end) }
}

/** @returns how far to scroll so that a row is seen whole, no farther than needed. */
export function scrollTo(row: number, { rowHeight, top, height }: Omit<Scrolled, 'rows'>): number {
  const [above, below] = [row * rowHeight, (row + 1) * rowHeight - height]
  return Math.max(below, Math.min(above, top))
}
