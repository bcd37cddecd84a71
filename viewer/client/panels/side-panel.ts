// One side's head: which clip is shown, a list to pick another, how it went.

import type { ClipFrame } from '../../protocol/frames.ts'
import type { ClipSummary } from '../../protocol/run.ts'
import { type Badge, outcomeBadge } from '../compare/badges.ts'
import type { Choice, Side } from '../compare/choice.ts'
import { element, fill, setAttributes, setText } from '../dom/element.ts'
import { shortCount } from '../dom/format.ts'

export interface SidePanel {
  /** The part of the page that the clip is drawn into. */
  readonly surface: HTMLElement
  readonly root: HTMLElement
  setClips(clips: readonly ClipSummary[], choice: Choice): void
  show(clip: ClipFrame | undefined, time: number): void
}

const following: Readonly<Record<Side, { readonly kind: 'newest' | 'earliest'; readonly label: string }>> = {
  left: { kind: 'earliest', label: 'Earliest policy, same start' },
  right: { kind: 'newest', label: 'Newest policy' },
}

export function createSidePanel(side: Side, onPick: (choice: Choice) => void): SidePanel {
  const surface = element('div', { class: 'surface' })
  const picker = element('select', { 'aria-label': `Clip on the ${side}` })
  const title = element('p', { class: 'clip-title' })
  const outcome = element('span', { class: 'badge', hidden: true })
  const empty = element(
    'p',
    { class: 'empty' },
    side === 'left' ? 'An earlier policy will be here' : 'The newest policy will be here',
  )
  const row = element('div', { class: 'pane-row' }, element('span', { class: 'swatch' }), picker, outcome)
  const head = element('div', { class: 'pane-head' }, row, title)
  const root = element('section', { class: `pane ${side}`, 'aria-label': `Clip on the ${side}` }, surface, head, empty)
  picker.addEventListener('change', () => onPick(choiceOf(picker.value, side)))
  return {
    surface,
    root,
    setClips(clips, choice) {
      fill(picker, [
        element('option', { value: '' }, following[side].label),
        element('optgroup', { label: 'Recorded rollouts' }, ...[...clips].reverse().map(optionOf)),
      ])
      picker.value = choice.kind === 'clip' ? choice.id : ''
    },
    show(clip, time) {
      setAttributes(empty, { hidden: clip !== undefined })
      setText(title, clip === undefined ? '' : titleOf(clip.clip))
      setBadge(outcome, clip && outcomeBadge(clip, time))
    },
  }
}

function choiceOf(id: string, side: Side): Choice {
  return id === '' ? { kind: following[side].kind } : { kind: 'clip', id }
}

function optionOf(clip: ClipSummary): HTMLElement {
  return element('option', { value: clip.id }, `${titleOf(clip)} · ${clip.success ? 'success' : 'no success'}`)
}

function titleOf(clip: ClipSummary): string {
  const steps = clip.steps > 0 && !clip.checkpoint.includes('step') ? ` · ${shortCount(clip.steps)} steps` : ''
  return `${clip.checkpoint}${steps} · seed ${clip.seed}`
}

export function setBadge(of: HTMLElement, badge: Badge | undefined): void {
  setAttributes(of, { hidden: badge === undefined, 'data-tone': badge?.tone, title: badge?.explanation })
  setText(of, badge?.text ?? '')
}
