// The clock's controls: play, step, scrub, speed, loop; and the cameras'.

import { type ClockState, type Speed, seek, shownTime, speeds } from '../clock/clock.ts'
import { sides } from '../compare/choice.ts'
import type { Shown } from '../compare/comparison.ts'
import { element, fill, setAttributes, setText } from '../dom/element.ts'
import { seconds } from '../dom/format.ts'
import type { Action } from '../keys/table.ts'
import { type PresetId, presets } from '../stage/presets.ts'
import { type Icon, icon } from './icons.ts'

export interface Transport {
  readonly root: HTMLElement
  showClock(clock: ClockState): void
  showCameras(cameras: { readonly preset: PresetId | undefined; readonly linked: boolean }): void
  /** Marks along the scrubber where each clip succeeds. */
  markSuccess(shown: Shown, duration: number): void
  /** Marks the instant that decides a comparison; null takes the mark away. */
  markDecisive(at: number | null, duration: number): void
  showWaiting(waiting: boolean): void
}

interface TransportOptions {
  readonly act: (action: Action) => void
  readonly changeClock: (change: (clock: ClockState) => ClockState) => void
  /** Where newer rollouts may wait for the person. */
  readonly showNewest?: () => void
  /** Whether there are two cameras that can be linked; default true. */
  readonly linkable?: boolean
}

export function createTransport({ act, changeClock, showNewest, linkable = true }: TransportOptions): Transport {
  const playButton = button('play', 'Play', () => act('toggle-play'))
  playButton.classList.add('primary')
  const scrub = element('input', { type: 'range', min: 0, max: 1, step: 'any', value: 0, 'aria-label': 'Time' })
  const marks = element('div', { class: 'marks', 'aria-hidden': 'true' })
  const decisive = element('div', { class: 'marks', 'aria-hidden': 'true' })
  const time = element('span', { class: 'time' })
  const speed = element(
    'select',
    { 'aria-label': 'Speed' },
    ...speeds.map((each) => element('option', { value: each }, `${each}×`)),
  )
  const loop = button('loop', 'Loop', () => act('toggle-loop'))
  const link = button('link', 'Link the cameras', () => act('toggle-link'))
  const cameras = presets.map(({ id, label }) => ({ id, button: textButton(label, () => act(`camera-${id}`)) }))
  const newest = textButton('Newer rollouts: show', () => showNewest?.())
  newest.classList.add('newest')
  newest.hidden = true
  scrub.addEventListener('input', () => changeClock((clock) => seek({ ...clock, playing: false }, Number(scrub.value))))
  speed.addEventListener('change', () => changeClock((clock) => ({ ...clock, speed: Number(speed.value) as Speed })))

  return {
    root: element(
      'section',
      { class: 'transport', 'aria-label': 'Clock and cameras' },
      element('div', { class: 'scrub' }, scrub, marks, decisive),
      group(
        'Clock',
        button('back', 'One frame back', () => act('step-back')),
        playButton,
        button('on', 'One frame on', () => act('step-forward')),
        time,
      ),
      group('Speed', speed, loop),
      newest,
      group('Cameras', ...cameras.map((each) => each.button), ...(linkable ? [link] : [])),
    ),
    showClock(clock) {
      const now = shownTime(clock)
      setAttributes(scrub, {
        max: clock.duration,
        disabled: clock.duration === 0,
        'aria-valuetext': `${now.toFixed(1)} of ${seconds(clock.duration)}`,
      })
      scrub.value = String(now)
      scrub.style.setProperty('--played', `${clock.duration === 0 ? 0 : (now / clock.duration) * 100}%`)
      setText(time, `${now.toFixed(2)} / ${seconds(clock.duration)}`)
      showPlaying(playButton, clock.playing)
      speed.value = String(clock.speed)
      setAttributes(loop, { 'aria-pressed': String(clock.loop) })
    },
    showCameras({ preset, linked }) {
      for (const each of cameras) setAttributes(each.button, { 'aria-pressed': String(each.id === preset) })
      setAttributes(link, { 'aria-pressed': String(linked) })
    },
    markSuccess(shown, duration) {
      fill(
        marks,
        sides.map((side) => timeMark(side, shown[side]?.successAt ?? null, duration)),
      )
    },
    markDecisive(at, duration) {
      fill(decisive, [timeMark('decisive', at, duration)])
    },
    showWaiting(waiting) {
      setAttributes(newest, { hidden: !waiting })
    },
  }
}

function group(label: string, ...children: readonly Node[]): HTMLElement {
  return element('div', { class: 'group', role: 'group', 'aria-label': label }, ...children)
}

function button(name: Icon, label: string, press: () => void): HTMLButtonElement {
  const made = element(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': label, title: label },
    icon(name),
  )
  made.addEventListener('click', press)
  return made
}

function textButton(label: string, press: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: 'text-button' }, label)
  made.addEventListener('click', press)
  return made
}

function showPlaying(of: HTMLButtonElement, playing: boolean): void {
  const label = playing ? 'Pause' : 'Play'
  if (of.getAttribute('aria-label') === label) return
  setAttributes(of, { 'aria-label': label, title: label })
  fill(of, [icon(playing ? 'pause' : 'play')])
}

function timeMark(kind: string, at: number | null, duration: number): HTMLElement | undefined {
  if (at === null || duration === 0) return undefined
  const mark = element('i', { class: `mark ${kind}` })
  mark.style.setProperty('--share', String(at / duration))
  return mark
}
