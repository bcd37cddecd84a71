// The ranking itself: a row a level, dragged or moved by keys, with its direction and its margin.

import { element, fill, setText } from '../dom/element.ts'
import { type Value, value } from '../dom/value.ts'
import { dragDown } from './drag-down.ts'
import { addLevel, changeLevel, type Level, moveLevel, removeLevel } from './levels.ts'

export interface Board {
  readonly root: HTMLElement
  readonly levels: Value<readonly Level[]>
  /** Another task: its own ranking, and what factors may be made of. */
  begin(levels: readonly Level[], factors: readonly { readonly name: string; readonly describe: string }[]): void
  /** How many pairs each level decides. */
  showDecided(by: readonly number[]): void
}

const margins = ['usual', 'sd', 'own'] as const
const marginWords = { usual: 'usual margin', sd: 'deviations', own: 'own unit' } as const

export function createBoard(): Board {
  const levels = value<readonly Level[]>([])
  const list = element('ol', { class: 'levels', 'aria-label': 'Ranking, most important first' })
  const known = element('datalist', { id: 'rank-factors' })
  const added = element('input', {
    ...{ type: 'search', list: 'rank-factors' },
    ...{ placeholder: 'Add a factor', 'aria-label': 'Add a factor' },
  })
  const add = element('button', { type: 'submit', class: 'text-button framed' }, 'Add')
  const form = element('form', { class: 'add-level' }, added, add)
  const word = element('p', { class: 'visually-hidden', 'aria-live': 'polite' })
  let decided: readonly HTMLElement[] = []

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const factor = added.value.trim()
    if (factor === '') return
    added.value = ''
    levels.set(addLevel(levels.now, factor))
  })
  dragDown(list, (from, to) => levels.set(moveLevel(levels.now, from, to)))
  levels.watch(draw)

  function draw(now: readonly Level[]): void {
    const focused = focusedPart()
    const rows = now.map((level, place) => row(level, place))
    decided = rows.map(({ count }) => count)
    fill(
      list,
      rows.map(({ root }) => root),
    )
    if (focused !== undefined) list.querySelector<HTMLElement>(focused)?.focus()
  }

  /** The same control after everything was drawn anew. */
  function focusedPart(): string | undefined {
    const active = document.activeElement
    if (!(active instanceof HTMLElement) || !list.contains(active)) return undefined
    const place = active.closest<HTMLElement>('[data-place]')?.dataset.place
    return `[data-place="${place}"] [data-part="${active.dataset.part}"]`
  }

  function row(level: Level, place: number) {
    const { factor, better, margin, unit } = level
    const count = element('span', { class: 'decides quiet' })
    const change = (by: Partial<Level>) => levels.set(changeLevel(levels.now, place, by))
    const direction = element(
      'button',
      {
        type: 'button',
        'data-part': 'better',
        class: 'text-button framed',
        'aria-label': `${factor}: ${better} is better`,
      },
      better,
    )
    direction.addEventListener('click', () => change({ better: better === 'more' ? 'less' : 'more' }))
    const size = element('input', {
      ...{ type: 'number', min: 0, step: 'any', class: 'margin', 'data-part': 'margin' },
      ...{ 'aria-label': `Margin of ${factor}`, disabled: margin === null, value: margin ?? '' },
    })
    size.addEventListener('change', () => {
      const found = Number(size.value)
      if (size.value !== '' && Number.isFinite(found) && found >= 0) change({ margin: found })
      else size.value = String(margin ?? '')
    })
    const kind = margin === null ? 'usual' : unit
    const units = element(
      'select',
      { 'data-part': 'unit', 'aria-label': `Unit of the margin of ${factor}` },
      ...margins.map((each) => element('option', { value: each, selected: each === kind }, marginWords[each])),
    )
    units.addEventListener('change', () => {
      const chosen = units.value as (typeof margins)[number]
      change(
        chosen === 'usual'
          ? { margin: null, unit: 'sd' }
          : { margin: margin ?? (chosen === 'sd' ? 1 : 0), unit: chosen },
      )
    })
    const root = element(
      'li',
      { class: 'level', 'data-place': place },
      element('span', { class: 'grip', 'aria-hidden': 'true', title: 'Drag to another place' }, '⠿'),
      element('span', { class: 'level-name', title: factor }, factor),
      tool('up', `${factor}: more important`, '↑', () => shift(place, place - 1, factor)),
      tool('down', `${factor}: less important`, '↓', () => shift(place, place + 1, factor)),
      tool('remove', `Remove ${factor}`, '×', () => levels.set(removeLevel(levels.now, place))),
      element('span', { class: 'level-settings' }, direction, size, units, count),
    )
    return { root, count }
  }

  function shift(from: number, to: number, factor: string): void {
    if (to < 0 || to >= levels.now.length) return
    levels.set(moveLevel(levels.now, from, to))
    setText(word, `${factor} is now level ${to + 1}`)
    list.querySelector<HTMLElement>(`[data-place="${to}"] [data-part="${to < from ? 'up' : 'down'}"]`)?.focus()
  }

  return {
    root: element('div', { class: 'rank-board' }, list, form, known, word),
    levels,
    begin(next, factors) {
      fill(
        known,
        factors.map(({ name, describe }) => element('option', { value: name }, describe)),
      )
      levels.set(next)
    },
    showDecided(by) {
      decided.forEach((each, place) => {
        const pairs = by[place] ?? 0
        setText(each, pairs === 1 ? 'decides 1 pair' : `decides ${pairs} pairs`)
      })
    },
  }
}

function tool(part: string, label: string, face: string, onPress: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: 'icon-button', 'data-part': part, 'aria-label': label }, face)
  made.addEventListener('click', onPress)
  return made
}
