// What the reward model made of the answers, and how it compares with the true reward that nobody showed it.

import type { RunRecord } from '../../run/read-run.ts'
import type { Figure } from '../chart/drawing.ts'
import { figureMarkup } from '../chart/figure.ts'
import { lineChart, type Series } from '../chart/line-chart.ts'
import { scatter } from '../chart/scatter.ts'
import { html, type Markup } from '../html.ts'
import { percent, shortCount, trim } from '../numbers.ts'

const steps = { label: 'environment steps', format: shortCount }
const plain = (value: number) => trim(value, 2)

export function reward({ measured: { rewards, correlations }, config }: RunRecord): Markup {
  const curve = (name: string, tone: Series['tone'], of: (fit: (typeof rewards)[number]) => number | null): Series => ({
    name,
    tone,
    points: rewards.flatMap((fit) => known(fit.steps, of(fit))),
  })
  const charts = [
    lineChart({
      title: 'Reward model',
      x: steps,
      y: { label: 'share of answers that it orders as the teacher did', format: percent, atLeast: [0.5, 1] },
      series: [
        curve('held out', 'first', (fit) => fit.heldOutAccuracy),
        curve('fitted', 'second', (fit) => fit.accuracy),
      ],
    }),
    lineChart({
      title: 'Answers used',
      x: steps,
      y: { label: 'labels', format: shortCount, atLeast: [0, config.labels] },
      series: [curve('labels', 'first', (fit) => fit.labels)],
    }),
    ...comparison(correlations),
  ]
  return html`<section><h2>Reward</h2><div class="charts">${charts.map(figureMarkup)}</div></section>`
}

function comparison(correlations: RunRecord['measured']['correlations']): Figure[] {
  const last = correlations.at(-1)
  const agreement = last?.spearman === null || last === undefined ? 'unknown' : plain(last.spearman)
  return [
    scatter({
      title: 'Learned against true reward',
      description: `Learned against true reward of the same decisions; rank correlation ${agreement}`,
      x: { label: 'true reward', format: plain },
      y: { label: `learned reward; rank correlation ${agreement}`, format: plain },
      points: last?.true.map((value, i) => [value, last.learned[i] ?? 0]) ?? [],
    }),
    lineChart({
      title: 'Agreement over training',
      x: steps,
      y: { label: "Spearman's rank correlation", format: plain, atLeast: [0, 1] },
      series: [
        { name: 'Spearman', tone: 'first', points: correlations.flatMap((each) => known(each.steps, each.spearman)) },
      ],
    }),
  ]
}

function known(x: number, y: number | null): (readonly [number, number])[] {
  return y === null ? [] : [[x, y]]
}
