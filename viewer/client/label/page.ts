// The labelling page's parts and where they lie.

import type { LabelQuestion } from '../../protocol/label.ts'
import type { Badge } from '../compare/badges.ts'
import { element, fill, setAttributes, setText } from '../dom/element.ts'
import { createLegend } from '../panels/legend.ts'
import { createNotice } from '../panels/notice.ts'
import { createScreenHeader } from '../panels/screen-header.ts'
import { setBadge } from '../panels/side-panel.ts'
import { createTransport } from '../panels/transport.ts'
import { createAnswerBar } from './answer-bar.ts'
import { createInstructions } from './instructions.ts'
import { type LabelAction, labelKeys } from './keys.ts'
import { createPane, type LabelPane } from './pane.ts'
import { type Place, places } from './places.ts'
import { createProgressCard } from './progress-card.ts'
import { createRankingBoard } from './ranking-board.ts'
import { createReviewStrip } from './review-strip.ts'

interface PageOptions {
  readonly act: (action: LabelAction) => void
  readonly transport: Parameters<typeof createTransport>[0]
  readonly progress: Parameters<typeof createProgressCard>[0]
  readonly onSeek: (time: number) => void
}

export type LabelPage = ReturnType<typeof createLabelPage>

export function createLabelPage({ act, transport: clock, progress: card, onSeek }: PageOptions) {
  const task = element('p', { class: 'about' })
  const header = createScreenHeader({ screen: 'label', act, middle: [task, instructionsButton(act)] })
  header.root.classList.add('label')
  const notice = createNotice()
  const canvas = element('canvas', { 'aria-hidden': 'true' })
  const panes = Object.fromEntries(places.map((place) => [place, createPane(place)])) as Record<Place, LabelPane>
  const badge = element('p', { class: 'badge pair', hidden: true })
  const word = element('div', { class: 'stage-word', hidden: true })
  const stage = element('div', { class: 'stage' }, canvas, ...Object.values(panes).map(({ root }) => root), badge, word)
  const transport = createTransport(clock)
  const answers = createAnswerBar(act, createRankingBoard(act))
  const review = createReviewStrip(onSeek)
  const instructions = createInstructions(localStorage)
  const progress = createProgressCard(card)
  const live = element('p', { class: 'visually-hidden', role: 'status', 'aria-live': 'polite' })
  const legend = createLegend(labelKeys)
  document.body.append(
    header.root,
    element(
      'main',
      { class: 'label' },
      element('div', { class: 'theatre' }, stage, transport.root, answers.root, review.root),
      element('aside', { 'aria-label': 'The session' }, instructions.root, progress.root),
    ),
    notice.root,
    live,
    legend.root,
  )
  return {
    header,
    notice,
    canvas,
    stage,
    panes,
    badge,
    transport,
    answers,
    review,
    instructions,
    progress,
    live,
    legend,
    showQuestion(question: LabelQuestion | undefined, kind: 'present' | 'past'): void {
      if (question !== undefined) setText(task, question.task)
      setBadge(badge, badgeOf(question, kind))
    },
    /** A few lines where the clips would be; none takes them away. */
    showWord(lines: readonly string[]): void {
      setAttributes(word, { hidden: lines.length === 0 })
      fill(
        word,
        lines.map((line) => element('p', {}, line)),
      )
    },
  }
}

function instructionsButton(act: (action: LabelAction) => void): HTMLElement {
  const label = 'Instructions'
  const made = element('button', { type: 'button', class: 'icon-button', 'aria-label': label, title: label }, 'i')
  made.addEventListener('click', () => act('instructions'))
  return made
}

/** Where all is as it should be there is nothing to say. */
function badgeOf(question: LabelQuestion | undefined, kind: 'present' | 'past'): Badge | undefined {
  if (kind === 'past') {
    return {
      text: 'Looking back',
      tone: 'plain',
      explanation: 'This question was answered; R goes back to the present one',
    }
  }
  if (question === undefined || question.fair) return undefined
  return {
    text: 'Different starts',
    tone: 'warning',
    explanation: 'The clips differ in more than behaviour: another task or another start',
  }
}
