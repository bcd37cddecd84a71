// The card that says how the attempt goes, and lets it be kept.

import { element, setAttributes, setText } from '../dom/element.ts'
import { count, seconds } from '../dom/format.ts'
import { speedShares } from './controls.ts'
import type { Attempt } from './session.ts'

export interface AttemptPanel {
  readonly root: HTMLElement
  show(attempt: Attempt | undefined, running: boolean): void
}

interface AttemptPanelOptions {
  readonly run: () => void
  readonly reset: () => void
  readonly keep: () => void
  readonly push: () => void
  readonly setSpeed: (share: number) => void
}

export function createAttemptPanel({ run, reset, keep, push, setSpeed }: AttemptPanelOptions): AttemptPanel {
  const title = element('p', { class: 'verdict-title' })
  const details = element('p', { class: 'verdict-details' })
  const said = element('div', { class: 'verdict', role: 'status' }, title)
  const go = button('Go', run)
  const keeping = button('Keep', keep)
  keeping.classList.add('primary')
  const { least, first, most } = speedShares
  const speed = element('input', {
    type: 'range',
    min: least,
    max: most,
    step: 0.05,
    value: first,
    'aria-label': 'Speed of the hand',
  })
  speed.addEventListener('input', () => {
    setSpeed(Number(speed.value))
    fillSlider(speed)
  })
  fillSlider(speed)
  return {
    root: element(
      'section',
      { class: 'card export', 'aria-label': 'Attempt' },
      element('h2', {}, 'Attempt'),
      said,
      details,
      element('div', { class: 'row' }, go, button('Same start again', reset), keeping),
      element('label', { class: 'labelled' }, element('span', {}, 'Speed of your hand'), speed),
      element('p', { class: 'export-note' }, 'Press an object to push it away, or drag from it to push it that way.'),
      element('div', { class: 'row' }, button('Push the nearest', push)),
    ),
    show(attempt, running) {
      const { tone, words } = attemptWords(attempt)
      setAttributes(said, { 'data-tone': tone })
      setText(title, words)
      setText(details, attempt === undefined ? '' : detailsOf(attempt))
      setText(go, running ? 'Pause' : 'Go')
      setAttributes(go, { disabled: attempt === undefined || attempt.over })
      setAttributes(keeping, { disabled: attempt === undefined || attempt.steps === 0 || attempt.pokes > 0 })
    },
  }
}

export function attemptWords(attempt: Attempt | undefined): { readonly tone: string; readonly words: string } {
  if (attempt === undefined) return { tone: 'plain', words: 'Loading the physics …' }
  const { solvedAt, success, over, steps } = attempt
  if (success) return { tone: 'good', words: `✓ Solved at ${seconds(solvedAt ?? 0)}` }
  if (solvedAt !== undefined) return { tone: 'plain', words: `Was solved at ${seconds(solvedAt)}` }
  if (over) return { tone: 'trouble', words: 'Time is up' }
  return { tone: 'plain', words: steps === 0 ? 'Move the hand to begin' : 'Not solved yet' }
}

function detailsOf({ steps, seconds: time, actors, pokes }: Attempt): string {
  const pushed =
    pokes === 0 ? '' : ` Pushed ${count(pokes)} times: no action explains that, so this attempt cannot be kept.`
  const who = actors.length === 0 ? '' : `, ${actors.join(' + ')}`
  return `${time.toFixed(1)} s, ${count(steps)} steps${who}.${pushed}`
}

function button(label: string, press: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: 'text-button framed' }, label)
  made.addEventListener('click', press)
  return made
}

function fillSlider(slider: HTMLInputElement): void {
  const { least, most } = speedShares
  slider.style.setProperty('--played', `${((Number(slider.value) - least) / (most - least)) * 100}%`)
}
