// How many runs there are, how they stand, and who did best.

import { countStates } from '../../../sweep/read-sweep.ts'
import { html, type Markup } from '../../html.ts'
import { percent, percentRange } from '../../numbers.ts'
import type { Results } from '../results.ts'
import type { Study } from '../study.ts'
import { counted } from '../tables.ts'

export function summary(study: Study, { comparison, shared, repeated }: Results): Markup {
  const [best] = [...comparison.algorithms].sort(([, a], [, b]) => b.iqm - a.iqm)
  const interval = best && repeated.includes(best[0]) ? `${percentRange(best[1].iqmInterval)} (95% interval), ` : ''
  const words = best ? `${interval}the highest on ${counted(shared.tasks.length, 'task')}` : ''
  const states = Object.entries(countStates(study.runs)).filter(([, count]) => count > 0)
  const seeds = new Set(study.runs.map(({ seed }) => seed)).size
  const tiles = [
    tile('runs', study.runs.length, states.map(([state, count]) => `${count} ${state}`).join(', ')),
    tile('conditions', study.conditions.length, 'what is compared'),
    tile('tasks', study.tasks.length, study.tasks.length <= 3 ? study.tasks.join(', ') : 'see below'),
    tile('seeds', seeds, 'all together'),
  ]
  return html`<section class="headline" aria-label="Result">
<div class="success"><strong>${best ? percent(best[1].iqm) : '-'}</strong>
<p>${best ? `interquartile mean of success: ${best[0]}` : 'no run has finished yet'}<br>
<span>${words}</span></p></div>
<dl>${tiles}</dl>
</section>`
}

function tile(name: string, value: number, note: string): Markup {
  return html`<div><dt>${name}</dt><dd>${value}</dd><dd class="note">${note}</dd></div>`
}
