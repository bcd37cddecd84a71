// One clip's part of the stage: the surface that it is drawn into, its name, and its rank where there is one.

import { element, setAttributes, setText } from '../dom/element.ts'
import type { Mode } from './keys.ts'
import { nameOf, type Place, places } from './places.ts'

export interface LabelPane {
  readonly root: HTMLElement
  readonly surface: HTMLElement
  /** Undefined: there is no such clip. */
  show(mode: Mode | undefined, hint: PaneHint): void
}

export interface PaneHint {
  readonly rank?: number
  readonly chosen?: boolean
}

export function createPane(place: Place): LabelPane {
  const index = places.indexOf(place)
  const surface = element('div', { class: 'surface' })
  const name = element('span', { class: 'clip-name' })
  const rank = element('span', { class: 'badge', hidden: true })
  const head = element('div', { class: 'pane-head' }, element('span', { class: 'swatch' }), name, rank)
  const root = element('section', { class: `pane ${place}`, 'data-clip': place }, surface, head)
  return {
    root,
    surface,
    show(mode, hint) {
      setAttributes(root, {
        hidden: mode === undefined,
        'aria-label': mode === undefined ? undefined : `Clip ${nameOf(index, mode)}`,
        'data-chosen': hint.chosen ? '' : undefined,
      })
      if (mode !== undefined) setText(name, nameOf(index, mode))
      setAttributes(rank, { hidden: hint.rank === undefined })
      setText(rank, hint.rank === undefined ? '' : ordinal(hint.rank))
    },
  }
}

function ordinal(rank: number): string {
  return ['', 'best', '2nd', '3rd', '4th'][rank] ?? String(rank)
}
