// A list of any length of which only the rows on the screen exist. It has the focus itself, and names the row where the
// person is (aria-activedescendant).

import { element, setAttributes } from '../dom/element.ts'
import { scrollTo, windowOf } from './window.ts'

export interface VirtualList<Row> {
  readonly root: HTMLElement
  setRows(rows: readonly Row[]): void
  /** Draws the rows on the screen again: something beside the rows changed. */
  redraw(): void
  /** Where the person is. */
  readonly active: Row | undefined
}

export interface VirtualListOptions<Row> {
  readonly label: string
  readonly kind: 'tree' | 'grid'
  readonly rowHeight: number
  /** Equal for a row before and after its contents changed. */
  readonly keyOf: (row: Row) => string
  /** Makes an empty row; rows are used again for others. */
  readonly createRow: () => HTMLElement
  /** Fills a row in. */
  readonly showRow: (element: HTMLElement, row: Row) => void
  /** Enter, Space or a click; `part` is the data-part of what was clicked in the row. */
  readonly onChoose: (row: Row, part: string | undefined) => void
  /** A key that the list does not use itself. @returns whether it was used */
  readonly onKey?: (key: string, row: Row) => boolean
}

let lists = 0

export function createVirtualList<Row>(options: VirtualListOptions<Row>): VirtualList<Row> {
  const { label, kind, rowHeight, keyOf, createRow, showRow, onChoose, onKey } = options
  const id = `list-${++lists}`
  const sheet = element('div', { class: 'list-sheet', role: kind === 'grid' ? 'rowgroup' : 'none' })
  const root = element('div', { class: 'list', role: kind, 'aria-label': label, tabindex: 0 }, sheet)
  const pool: HTMLElement[] = []
  let rows: readonly Row[] = []
  let activeKey: string | undefined
  let place = 0

  /** What is seen of the sheet: the head of a table stays above it. */
  function seen() {
    return { rowHeight, top: root.scrollTop, height: root.clientHeight - sheet.offsetTop }
  }

  function draw(): void {
    const { first, end } = windowOf({ rows: rows.length, ...seen() })
    while (pool.length < end - first) addRow()
    for (const [i, each] of pool.entries()) {
      const row = rows[first + i]
      const shown = first + i < end && row !== undefined
      each.hidden = !shown
      if (shown) drawRow(each, row, first + i)
    }
    setAttributes(root, { 'aria-activedescendant': rows.length === 0 ? undefined : `${id}-${place}` })
  }

  function addRow(): void {
    const made = createRow()
    made.classList.add('list-row')
    made.style.height = `${rowHeight}px`
    made.addEventListener('click', (event) => {
      const part = (event.target as Element).closest<HTMLElement>('[data-part]')?.dataset.part
      chooseAt(Number(made.dataset.place), part)
    })
    pool.push(made)
    sheet.append(made)
  }

  function drawRow(each: HTMLElement, row: Row, at: number): void {
    each.id = `${id}-${at}`
    each.dataset.place = String(at)
    each.style.transform = `translateY(${at * rowHeight}px)`
    // The head of a grid is its first row.
    setAttributes(each, kind === 'grid' ? { 'aria-rowindex': at + 2 } : { 'aria-posinset': at + 1 })
    if (kind === 'tree') setAttributes(each, { 'aria-setsize': rows.length })
    each.classList.toggle('active', at === place)
    showRow(each, row)
  }

  function chooseAt(at: number, part: string | undefined): void {
    goTo(at)
    const row = rows[at]
    if (row !== undefined) onChoose(row, part)
  }

  function goTo(at: number): void {
    place = Math.max(0, Math.min(rows.length - 1, at))
    const row = rows[place]
    activeKey = row && keyOf(row)
    root.scrollTop = scrollTo(place, seen())
    draw()
  }

  function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const row = rows[place]
    const page = Math.max(1, Math.floor(root.clientHeight / rowHeight) - 1)
    const ways: Readonly<Record<string, number>> = {
      ArrowUp: place - 1,
      ArrowDown: place + 1,
      PageUp: place - page,
      PageDown: place + page,
      Home: 0,
      End: rows.length - 1,
    }
    const way = ways[event.key]
    if (way !== undefined) goTo(way)
    else if (row !== undefined && (event.key === 'Enter' || event.key === ' ')) onChoose(row, undefined)
    else if (row === undefined || onKey?.(event.key, row) !== true) return
    event.preventDefault()
    event.stopPropagation()
  }

  root.addEventListener('scroll', draw, { passive: true })
  root.addEventListener('keydown', press)
  new ResizeObserver(draw).observe(root)

  return {
    root,
    setRows(next) {
      rows = next
      sheet.style.height = `${rows.length * rowHeight}px`
      if (kind === 'grid') setAttributes(root, { 'aria-rowcount': rows.length + 1 })
      const kept = activeKey === undefined ? -1 : rows.findIndex((row) => keyOf(row) === activeKey)
      place = kept >= 0 ? kept : Math.max(0, Math.min(rows.length - 1, place))
      draw()
    },
    redraw: draw,
    get active() {
      return rows[place]
    },
  }
}
