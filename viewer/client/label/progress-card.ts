// How far the labelling is, who takes part, and how well one's answers agree.

import type { LabelProgress, LabelQuality } from '../../protocol/label.ts'
import { element, fill, setAttributes, setText } from '../dom/element.ts'
import { count } from '../dom/format.ts'
import { closingLine } from './words.ts'

export interface ProgressCard {
  readonly root: HTMLElement
  showProgress(progress: LabelProgress | undefined): void
  showName(annotator: string): void
  showQuality(quality: LabelQuality | undefined): void
}

interface ProgressOptions {
  readonly onRename: (annotator: string) => void
  readonly onAskQuality: () => void
}

export function createProgressCard({ onRename, onAskQuality }: ProgressOptions): ProgressCard {
  const reading = element('span', { class: 'meter-value' })
  const bar = element('progress', { 'aria-label': 'Answers' })
  const skipped = element('p', { class: 'quiet' })
  const people = element('ul', { class: 'people', 'aria-label': 'People' })
  const name = element('input', {
    type: 'text',
    id: 'annotator',
    maxlength: 60,
    autocomplete: 'off',
    spellcheck: 'false',
  })
  const quality = element('ul', { class: 'quality', 'aria-label': 'How your answers agree' })
  const ask = element('button', { type: 'button', class: 'text-button' }, 'How am I doing?')
  name.addEventListener('change', () => onRename(name.value))
  ask.addEventListener('click', onAskQuality)
  return {
    root: element(
      'section',
      { class: 'card progress', 'aria-label': 'Progress' },
      element('div', { class: 'meter' }, element('span', {}, 'Answers'), reading, bar),
      skipped,
      element('div', { class: 'name' }, element('label', { for: 'annotator' }, 'Your name'), name),
      people,
      quality,
      ask,
    ),
    showProgress(progress) {
      const { answered = 0, wanted = null, people: present = [] } = progress ?? {}
      setText(reading, wanted === null ? count(answered) : `${count(answered)} of ${count(wanted)}`)
      setAttributes(bar, { hidden: wanted === null, max: wanted || 1, value: Math.min(answered, wanted ?? 0) })
      setText(skipped, progress?.skipped ? `${count(progress.skipped)} skipped` : '')
      // One person alone needs no list.
      fill(people, present.length < 2 ? [] : present.map(personLine))
    },
    showName(annotator) {
      if (document.activeElement !== name) name.value = annotator
    },
    showQuality(now) {
      fill(quality, now === undefined ? [] : [element('li', {}, closingLine(now)), ...now.measures.map(measureLine)])
    },
  }
}

function personLine({ name, answered, here }: LabelProgress['people'][number]): HTMLElement {
  return element(
    'li',
    { 'data-here': here ? '' : undefined },
    element('span', {}, name),
    element('span', { class: 'meter-value' }, count(answered)),
    here ? element('span', { class: 'visually-hidden' }, 'here now') : undefined,
  )
}

function measureLine({ text, worry }: LabelQuality['measures'][number]): HTMLElement {
  return element('li', { 'data-worry': worry ? '' : undefined }, text)
}
