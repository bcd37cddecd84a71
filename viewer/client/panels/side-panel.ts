// One side's head: which run and which of its checkpoints is shown, a slider over them, how it went.

import type { ClipFrame } from '../../protocol/frames.ts'
import { type ClipSummary, seedOfStartClip } from '../../protocol/run.ts'
import { type Badge, outcomeBadge } from '../compare/badges.ts'
import type { Choice, Side } from '../compare/choice.ts'
import { element, setAttributes, setText } from '../dom/element.ts'
import { shortCount } from '../dom/format.ts'

export interface SidePanel {
  /** The part of the page that the clip is drawn into. */
  readonly surface: HTMLElement
  readonly root: HTMLElement
  setRun(name: string | undefined): void
  setClips(clips: readonly ClipSummary[], choice: Choice): void
  show(clip: ClipFrame | undefined, time: number): void
}

interface SidePanelOptions {
  readonly onPick: (choice: Choice) => void
  readonly onChooseRun: () => void
}

/** What the last place of the slider means: it moves on with training. */
const following: Readonly<Record<Side, Choice & { readonly kind: 'newest' | 'earliest' }>> = {
  left: { kind: 'earliest' },
  right: { kind: 'newest' },
}
const followingText = { earliest: 'Earliest policy, same start', newest: 'Newest policy' } as const

export function createSidePanel(side: Side, { onPick, onChooseRun }: SidePanelOptions): SidePanel {
  const surface = element('div', { class: 'surface' })
  const run = element('button', { type: 'button', class: 'run-button' })
  const slider = element('input', { type: 'range', min: 0, step: 1, 'aria-label': `Checkpoint on the ${side}` })
  const follow = element('button', { type: 'button', class: 'follow' }, 'Newest')
  const title = element('p', { class: 'clip-title' })
  const outcome = element('span', { class: 'badge', hidden: true })
  const replay = element(
    'a',
    { class: 'replay-link', hidden: true, title: 'Simulate it again, and export it' },
    'Replay',
  )
  const empty = element(
    'p',
    { class: 'empty' },
    side === 'left' ? 'An earlier policy will be here' : 'The newest policy will be here',
  )
  const row = element('div', { class: 'pane-row' }, element('span', { class: 'swatch' }), run, outcome, replay)
  const checkpoints = element('div', { class: 'checkpoints' }, slider, follow)
  const root = element(
    'section',
    { class: `pane ${side}`, 'aria-label': `Clip on the ${side}` },
    surface,
    element('div', { class: 'pane-head' }, row, title, checkpoints),
    empty,
  )
  let clips: readonly ClipSummary[] = []
  let choice: Choice = following[side]
  let shown: ClipSummary | undefined
  let frame: ClipFrame | undefined
  /** The clip's success has come. */
  let over = false
  run.addEventListener('click', onChooseRun)
  follow.addEventListener('click', () => onPick({ kind: 'newest' }))
  // The page's own keys for the clock would take the slider's.
  slider.addEventListener('keydown', (event) => {
    if (/^(Arrow|Page|Home$|End$)/.test(event.key)) event.stopPropagation()
  })
  slider.addEventListener('input', () => {
    const clip = clips[Number(slider.value)]
    if (clip !== undefined) onPick({ kind: 'clip', id: clip.id })
  })

  function drawSlider(): void {
    const place = clips.findIndex((clip) => clip.id === shown?.id)
    setAttributes(checkpoints, { hidden: clips.length < 2 })
    setAttributes(slider, { max: Math.max(1, clips.length - 1), 'aria-valuetext': shown ? titleOf(shown) : 'none' })
    slider.value = String(place < 0 ? clips.length - 1 : place)
    slider.style.setProperty('--played', `${(Number(slider.value) / Math.max(1, clips.length - 1)) * 100}%`)
    setAttributes(follow, { 'aria-pressed': String(choice.kind === 'newest') })
  }

  return {
    surface,
    root,
    setRun(name) {
      // Of a long path the end says most.
      setText(run, name?.slice(name.lastIndexOf('/') + 1) ?? 'No run yet')
      const label = `Run on the ${side}: ${name ?? 'none'}`
      setAttributes(run, { 'aria-label': label, title: name, disabled: name === undefined })
    },
    setClips(next, chosen) {
      clips = next
      choice = chosen
      drawSlider()
    },
    show(clip, time) {
      const reached = clip !== undefined && clip.successAt !== null && time >= clip.successAt
      if (clip !== frame || reached !== over) setBadge(outcome, clip && outcomeBadge(clip, time))
      frame = clip
      over = reached
      if (clip?.clip === shown && shown !== undefined) return
      shown = clip?.clip
      setAttributes(empty, { hidden: clip !== undefined })
      setAttributes(replay, replayLink(clip))
      setText(title, shown === undefined ? '' : `${leadOf(choice)}${titleOf(shown)}`)
      drawSlider()
    },
  }
}

/** What was rolled out for this page alone has no recording. */
function replayLink(clip: ClipFrame | undefined) {
  if (clip === undefined || seedOfStartClip(clip.clip.id) !== undefined) return { hidden: true }
  const { run, clip: summary } = clip
  const address = `replay?${new URLSearchParams({ run, clip: summary.id })}`
  return { hidden: false, href: address, 'aria-label': `Replay ${titleOf(summary)} of ${run}` }
}

function leadOf(choice: Choice): string {
  return choice.kind === 'newest' || choice.kind === 'earliest' ? `${followingText[choice.kind]} · ` : ''
}

function titleOf(clip: ClipSummary): string {
  const steps = clip.steps > 0 && !clip.checkpoint.includes('step') ? ` · ${shortCount(clip.steps)} steps` : ''
  return `${clip.checkpoint}${steps} · seed ${clip.seed}`
}

export function setBadge(of: HTMLElement, badge: Badge | undefined): void {
  setAttributes(of, { hidden: badge === undefined, 'data-tone': badge?.tone, title: badge?.explanation })
  setText(of, badge?.text ?? '')
}
