// The card that lets a clip leave as a file: which kind, how large, how many frames.

import { element, fill, setAttributes, setText } from '../dom/element.ts'
import type { FilmSettings } from '../video/film.ts'
import { type ExportFormat, exportFormats, exportKinds, sizes } from './export-formats.ts'

export interface ExportPanel {
  readonly root: HTMLElement
  /** Presses the button. */
  press(): void
  show(state: ExportState): void
}

export type ExportState =
  | { readonly kind: 'none' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'working'; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly said: string }
  /** What went wrong, and a kind that works instead, where there is one. */
  | { readonly kind: 'failed'; readonly said: string; readonly offer?: ExportFormat }

interface ExportPanelOptions {
  readonly start: (format: ExportFormat, settings: FilmSettings) => void
  readonly cancel: () => void
}

export function createExportPanel({ start, cancel }: ExportPanelOptions): ExportPanel {
  const format = select(
    'Kind of file',
    exportKinds.map((kind) => [kind, exportFormats[kind].label]),
  )
  const size = select(
    'Pixels',
    sizes.map(({ width, height }) => [`${width}x${height}`, `${width} × ${height}`]),
  )
  const rate = select('Frames a second', [])
  const film = element('div', { class: 'row' }, labelled('Pixels', size), labelled('Frames a second', rate))
  const note = element('p', { class: 'export-note' })
  const button = element('button', { type: 'button', class: 'text-button framed primary' }, 'Export')
  const stop = element('button', { type: 'button', class: 'text-button framed', hidden: true }, 'Stop')
  const progress = element('progress', { hidden: true, 'aria-label': 'Frames drawn' })
  const said = element('p', { class: 'export-said', role: 'status' })
  const instead = element('button', { type: 'button', class: 'text-button framed', hidden: true })
  let offered: ExportFormat | undefined
  format.addEventListener('change', choose)
  button.addEventListener('click', press)
  stop.addEventListener('click', cancel)
  instead.addEventListener('click', () => {
    format.value = offered ?? format.value
    choose()
    press()
  })
  choose()

  function chosen(): ExportFormat {
    return format.value as ExportFormat
  }

  function choose(): void {
    const { rates, note: about } = exportFormats[chosen()]
    setAttributes(film, { hidden: rates.length === 0 })
    fill(
      rate,
      rates.map((each) => element('option', { value: each }, String(each))),
    )
    setText(note, about)
  }

  function press(): void {
    if (button.disabled) return
    const [width = 0, height = 0] = size.value.split('x').map(Number)
    start(chosen(), { width, height, framesPerSecond: Number(rate.value) })
  }

  return {
    root: element(
      'section',
      { class: 'card export', 'aria-label': 'Export' },
      element('h2', {}, 'Take it along'),
      labelled('Kind of file', format),
      film,
      note,
      element('div', { class: 'row' }, button, stop, instead),
      progress,
      said,
    ),
    press,
    show(state) {
      const working = state.kind === 'working'
      offered = state.kind === 'failed' ? state.offer : undefined
      setAttributes(button, { disabled: state.kind === 'none' || working })
      setAttributes(stop, { hidden: !working })
      setAttributes(progress, { hidden: !working, ...(working ? { value: state.done, max: state.of } : {}) })
      setAttributes(said, { 'data-tone': state.kind === 'failed' ? 'trouble' : 'plain' })
      setText(said, wordsOf(state))
      setAttributes(instead, { hidden: offered === undefined })
      setText(instead, offered === undefined ? '' : `Export ${exportFormats[offered].label}`)
    },
  }
}

function wordsOf(state: ExportState): string {
  if (state.kind === 'done' || state.kind === 'failed') return state.said
  // Told once: a screen reader does not count frames.
  return state.kind === 'working' ? 'Drawing frame after frame …' : ''
}

function select(label: string, choices: readonly (readonly [string, string])[]): HTMLSelectElement {
  return element(
    'select',
    { 'aria-label': label },
    ...choices.map(([value, text]) => element('option', { value }, text)),
  )
}

function labelled(label: string, control: HTMLElement): HTMLElement {
  return element('label', { class: 'labelled' }, element('span', {}, label), control)
}
