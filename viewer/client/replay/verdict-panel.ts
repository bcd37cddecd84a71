// The card that says whether the recording happens again.

import { element, setAttributes, setText } from '../dom/element.ts'
import { seconds } from '../dom/format.ts'
import type { VerdictWords } from './verdict-words.ts'

export interface VerdictPanel {
  readonly root: HTMLElement
  show(state: 'none' | 'ready' | 'simulating' | VerdictWords): void
}

interface VerdictPanelOptions {
  readonly verify: () => void
  readonly goTo: (time: number) => void
}

export function createVerdictPanel({ verify, goTo }: VerdictPanelOptions): VerdictPanel {
  const button = element('button', { type: 'button', class: 'text-button framed' }, 'Simulate again')
  const title = element('p', { class: 'verdict-title' })
  const details = element('p', { class: 'verdict-details' })
  const place = element('button', { type: 'button', class: 'text-button framed' })
  const legend = element(
    'p',
    { class: 'verdict-legend', hidden: true },
    element('i', { class: 'swatch again' }),
    'simulated again, here',
  )
  const said = element('div', { class: 'verdict', role: 'status' }, title, details)
  let at = 0
  button.addEventListener('click', verify)
  place.addEventListener('click', () => goTo(at))
  return {
    root: element(
      'section',
      { class: 'card verification', 'aria-label': 'Simulated again' },
      element('h2', {}, 'Does it happen again?'),
      said,
      legend,
      element('div', { class: 'row' }, button, place),
    ),
    show(state) {
      const words = typeof state === 'string' ? plain[state] : state
      at = words.at ?? 0
      setText(title, words.title)
      setText(details, words.details)
      setAttributes(said, { 'data-tone': words.tone })
      setAttributes(button, { disabled: state === 'none' || state === 'simulating' })
      setAttributes(place, { hidden: words.at === undefined })
      setAttributes(legend, { hidden: words.at === undefined })
      setText(place, `Go to ${seconds(at)}`)
    },
  }
}

const plain: Readonly<Record<'none' | 'ready' | 'simulating', VerdictWords>> = {
  none: { tone: 'plain', title: '', details: 'Open a recording first.', at: undefined },
  ready: {
    tone: 'plain',
    title: '',
    details: 'The physics runs in this page, from the same task, seed and actions, and every state is compared.',
    at: undefined,
  },
  simulating: { tone: 'plain', title: 'Simulating …', details: '', at: undefined },
}
