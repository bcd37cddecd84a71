// What came out, in one line of numbers.

import type { RunRecord } from '../../run/read-run.ts'
import { html, type Markup } from '../html.ts'
import { percent, percentRange, shortCount, trim } from '../numbers.ts'

export function headline({ measured, config }: RunRecord): Markup {
  const { final, evaluations, rewards, correlations } = measured
  const latest = evaluations.at(-1)
  const success = final ?? latest
  const tiles = [
    tile('labels', `${shortCount(final?.labels ?? latest?.labels ?? 0)}`, `of ${shortCount(config.labels)} at most`),
    tile('steps', shortCount(final?.steps ?? latest?.steps ?? 0), 'in simulation'),
    tile('minutes', trim(final?.minutes ?? (latest?.seconds ?? 0) / 60, 1), 'of wall clock'),
    tile('reward accuracy', share(final?.heldOutLabelAccuracy ?? rewards.at(-1)?.heldOutAccuracy), 'held-out answers'),
    tile('rank order', number(final?.rewardSpearman ?? correlations.at(-1)?.spearman), 'learned, true reward'),
  ]
  return html`<section class="headline" aria-label="Result">
<div class="success"><strong>${success ? percent(success.success) : '-'}</strong>
<p>success${final ? ` on ${config.evaluation.episodes} held-out seeds` : ' so far'}<br>
<span>${success ? `${percentRange(success.successInterval)} (95% interval)` : 'not evaluated yet'}</span></p></div>
<dl>${tiles}</dl>
</section>`
}

function tile(name: string, value: string, note: string): Markup {
  return html`<div><dt>${name}</dt><dd>${value}</dd><dd class="note">${note}</dd></div>`
}

function share(value: number | null | undefined): string {
  return value === null || value === undefined ? '-' : percent(value)
}

function number(value: number | null | undefined): string {
  return value === null || value === undefined ? '-' : trim(value, 2)
}
