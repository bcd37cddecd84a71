// Whether the reward model is as sure as it may be: how often held-out answers were what it predicted, against how sure it was.

import { calibrationError, type ReliabilityBin } from '../../../rewards/metrics.ts'
import type { RunRecord } from '../../run/read-run.ts'
import { wilsonInterval } from '../../statistics/wilson.ts'
import { figureMarkup } from '../chart/figure.ts'
import { lineChart } from '../chart/line-chart.ts'
import { html, type Markup } from '../html.ts'
import { percent } from '../numbers.ts'

/** Says nothing where no answer was held out. */
export function calibration({ measured: { rewards } }: RunRecord): Markup {
  const bins = rewards.at(-1)?.reliability ?? []
  if (bins.length === 0) return html``
  return html`<section><h2>Calibration</h2><p>${sentence(bins)}</p>
<div class="charts">${figureMarkup(reliabilityChart(bins))}</div></section>`
}

function reliabilityChart(bins: readonly ReliabilityBin[]) {
  return lineChart({
    title: 'Reliability',
    x: { label: 'how sure the reward model was', format: percent, from: 0.5 },
    y: { label: 'held-out answers as it predicted', format: percent, atLeast: [0, 1] },
    series: [
      {
        name: 'reward model',
        tone: 'first',
        points: bins.map(({ predicted, observed }) => [predicted, observed]),
        band: bins.map(({ predicted, observed, count }) => [predicted, ...wilsonInterval(observed * count, count)]),
      },
      {
        name: 'as it should be',
        tone: 'second',
        points: [
          [0.5, 0.5],
          [1, 1],
        ],
      },
    ],
  })
}

function sentence(bins: readonly ReliabilityBin[]): string {
  const count = bins.reduce((sum, bin) => sum + bin.count, 0)
  const excess = bins.reduce((sum, bin) => sum + (bin.count / count) * (bin.predicted - bin.observed), 0)
  const surer = excess > 0 ? 'surer than it is right' : 'less sure than it is right'
  return (
    `Over ${count} held-out answers, what the reward model was sure of and what was answered lie ` +
    `${percent(calibrationError(bins))} apart (expected calibration error); on average it is ${surer}, by ` +
    `${percent(Math.abs(excess))}. The band is the 95% interval of each bin.`
  )
}
