// Runs that failed, with the last that they said, and runs that are not over.

import { html, type Markup } from '../../html.ts'
import type { Study, StudyRun } from '../study.ts'
import { counted } from '../tables.ts'

export function troubles({ runs }: Study): Markup | undefined {
  const failed = runs.filter(({ state }) => state === 'failed')
  const waiting = runs.filter(({ state }) => state !== 'failed' && state !== 'finished')
  if (failed.length === 0 && waiting.length === 0) return undefined
  return html`<section><h2>Not finished</h2>
${failed.map(failure)}
${waiting.length > 0 ? html`<p>${counted(waiting.length, 'run')} not over yet:</p><ul>${waiting.map((run) => html`<li>${nameOf(run)}: ${run.state}</li>`)}</ul>` : undefined}
</section>`
}

function failure(run: StudyRun): Markup {
  const { message = 'no reason was written down', lines = [] } = run.failure ?? {}
  return html`<article class="failed"><h3>${nameOf(run)}</h3><p>${message}</p>
${lines.length > 0 ? html`<pre>${lines.join('\n')}</pre>` : undefined}
<p class="note">${run.path}</p></article>`
}

function nameOf({ condition, task, seed }: StudyRun): string {
  return `${condition}, ${task}, seed ${seed}`
}
