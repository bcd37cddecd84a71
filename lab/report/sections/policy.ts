// How the policy got there: success and return over training.

import type { RunRecord } from '../../run/read-run.ts'
import { figureMarkup } from '../chart/figure.ts'
import { lineChart } from '../chart/line-chart.ts'
import { html, type Markup } from '../html.ts'
import { percent, shortCount } from '../numbers.ts'

const steps = { label: 'environment steps', format: shortCount }

export function policy({ measured: { evaluations } }: RunRecord): Markup {
  const success = lineChart({
    title: 'Success',
    x: steps,
    y: { label: 'share of episodes, 95% interval', format: percent, atLeast: [0, 1] },
    series: [
      {
        name: 'at any step',
        tone: 'first',
        points: evaluations.map((each) => [each.steps, each.success]),
        band: evaluations.map((each) => [each.steps, ...each.successInterval]),
      },
      { name: 'at the end', tone: 'second', points: evaluations.map((each) => [each.steps, each.successLast]) },
    ],
  })
  const returns = lineChart({
    title: 'Return',
    x: steps,
    y: { label: 'true reward of an episode; the learner never sees it', format: shortCount },
    series: [{ name: 'mean', tone: 'first', points: evaluations.map((each) => [each.steps, each.return]) }],
  })
  return html`<section><h2>Policy</h2><div class="charts">${[success, returns].map(figureMarkup)}</div></section>`
}
