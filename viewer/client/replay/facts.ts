// What a recording says about itself.

import type { Recording } from '../../../sim/recording.ts'
import { outcomeBadge } from '../compare/badges.ts'
import { element, fill, setAttributes } from '../dom/element.ts'
import { count, seconds } from '../dom/format.ts'
import { recordedClip, secondsOfAction } from './recorded-clip.ts'

export interface Facts {
  readonly root: HTMLElement
  show(recording: Recording | undefined): void
}

export function createFacts(): Facts {
  const root = element('section', { class: 'card recording-facts', 'aria-label': 'The recording', hidden: true })
  return {
    root,
    show(recording) {
      setAttributes(root, { hidden: recording === undefined })
      if (recording === undefined) return
      const list = factsOf(recording).flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)])
      fill(root, [element('h2', {}, recording.task), element('dl', {}, ...list)])
    },
  }
}

export function factsOf(recording: Recording): readonly (readonly [name: string, value: string])[] {
  const { policy, seed, rewards, options, engine } = recording
  const steps = rewards.length
  const clip = recordedClip(recording)
  return [
    ['Who acted', policy],
    ['Seed', String(seed)],
    ['Length', `${count(steps)} steps, ${seconds(steps * secondsOfAction(recording))}`],
    ['Outcome', clip === undefined ? 'nothing to draw' : outcomeBadge(clip, Number.POSITIVE_INFINITY).text],
    ['Return', count(rewards.reduce((sum, reward) => sum + reward, 0))],
    ['Physics', `${engine}, ${options.physics}`],
  ]
}
