// How the watched run stands: phase, steps, labels, accuracy, success, time left.

import type { RunStatus } from '../../protocol/run.ts'
import { element, fill, setAttributes, setText } from '../dom/element.ts'
import { count, percent, shortCount, timeLeft } from '../dom/format.ts'

export interface StatusPanel {
  readonly root: HTMLElement
  show(status: RunStatus | undefined): void
}

interface Fact {
  readonly label: string
  readonly value: string
}

export function createStatusPanel(): StatusPanel {
  const phase = element('p', { class: 'phase' })
  const note = element('p', { class: 'note', hidden: true })
  const labels = createMeter('Labels')
  const steps = createMeter('Steps')
  const facts = element('dl', { class: 'facts' })
  const root = element(
    'section',
    { class: 'card status', 'aria-label': 'Run' },
    phase,
    note,
    labels.root,
    steps.root,
    facts,
  )
  return {
    root,
    show(status) {
      const progress = status?.progress ?? undefined
      setText(phase, phaseOf(status))
      setText(note, status?.note ?? '')
      setAttributes(note, { hidden: !status?.note })
      labels.show(progress && { value: progress.labels, of: progress.labelBudget })
      steps.show(progress && { value: progress.steps, of: progress.stepBudget })
      fill(
        facts,
        factsOf(status).map(({ label, value }) =>
          element('div', {}, element('dt', {}, label), element('dd', {}, value)),
        ),
      )
    },
  }
}

/** What the run does or how it ended. */
function phaseOf(status: RunStatus | undefined): string {
  if (status === undefined) return 'No run yet'
  if (status.state === 'stale') return 'Silent for minutes'
  return status.state === 'running' ? (status.progress?.phase ?? 'Starting') : status.state
}

function factsOf(status: RunStatus | undefined): readonly Fact[] {
  const { success, rewardAccuracy, stepsPerSecond, secondsLeft } = status?.progress ?? {}
  const known = <T>(value: T | null | undefined, print: (value: T) => string) => (value == null ? '–' : print(value))
  return [
    { label: 'Success', value: known(success, percent) },
    { label: 'Reward accuracy', value: known(rewardAccuracy, percent) },
    { label: 'Rate', value: known(stepsPerSecond, (rate) => `${shortCount(rate)} steps/s`) },
    { label: 'Time left', value: known(status?.state === 'running' ? secondsLeft : null, timeLeft) },
  ]
}

/** A count on its way to a budget. */
function createMeter(label: string) {
  const reading = element('span', { class: 'meter-value' })
  const bar = element('progress', { 'aria-label': label })
  const root = element('div', { class: 'meter' }, element('span', {}, label), reading, bar)
  return {
    root,
    show(progress: { readonly value: number; readonly of: number | null } | undefined): void {
      const { value = 0, of = null } = progress ?? {}
      setText(reading, of === null ? count(value) : `${count(value)} of ${count(of)}`)
      setAttributes(bar, { max: of === null || of === 0 ? 1 : of, value: of === null || of === 0 ? 0 : value })
    },
  }
}
