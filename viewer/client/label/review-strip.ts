// The last answered question beside the present one: what the person said, what the reward model would have said, and
// its reward and the task's terms as curves under each clip, on the page's clock.

import type { LabelInsight } from '../../protocol/label.ts'
import { element, fill, setText } from '../dom/element.ts'
import type { Past } from './history.ts'
import { sayJudgement, sayPrediction } from './judgement.ts'
import { modeOf, nameOf, places } from './places.ts'
import { createReviewColumn, type ReviewColumnView } from './review-column.ts'
import { reviewColumns } from './review-lines.ts'

export interface ReviewStrip {
  readonly root: HTMLElement
  show(past: Past | undefined, insight: LabelInsight | undefined): void
  /** Where the clock stands. */
  showTime(time: number): void
}

/** @param onSeek seconds from the start of the last question's clips */
export function createReviewStrip(onSeek: (time: number) => void): ReviewStrip {
  const verdict = element('p', { class: 'verdict' })
  const row = element('div', { class: 'review-columns', tabindex: 0, role: 'group', 'aria-label': 'Curves' })
  let columns: readonly ReviewColumnView[] = []

  function showCurves(past: Past | undefined, insight: LabelInsight | undefined): void {
    const mode = past && modeOf(past.question)
    const curves = past && insight ? reviewColumns(insight, past.question) : []
    const duration = Math.max(0, ...(past?.question.clips ?? []).map(({ seconds }) => seconds))
    columns = curves.map((column, i) =>
      createReviewColumn({
        column,
        duration,
        title: nameOf(i, mode ?? 'pair'),
        place: places[i]!,
        onSeek,
      }),
    )
    fill(
      row,
      columns.map(({ root }) => root),
    )
  }

  return {
    root: element('section', { class: 'card review', 'aria-label': 'The last question' }, verdict, row),
    show(past, insight) {
      setText(verdict, past === undefined ? '' : verdictOf(past, insight))
      showCurves(past, insight)
    },
    showTime(time) {
      for (const column of columns) column.showTime(time)
    },
  }
}

function verdictOf({ message, question }: Past, insight: LabelInsight | undefined): string {
  const said = `Last question, you: ${sayJudgement(message, question)}.`
  const predicted = insight && sayPrediction(insight, question)
  return predicted === undefined ? said : `${said} Reward model: ${predicted}.`
}
