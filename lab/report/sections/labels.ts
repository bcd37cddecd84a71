// Who answered, and how far the answers of people can be relied on. Says nothing where only scripted teachers answered.

import { type Measure, qualityMeasures } from '../../../rewards/quality/measures.ts'
import { readRunQuality } from '../../labelling/run-quality.ts'
import type { RunRecord } from '../../run/read-run.ts'
import { html, type Markup } from '../html.ts'

export function labels({ path }: RunRecord): Markup {
  const found = readRunQuality(path)
  if (!found) return html``
  const rows = found.sources.map(({ by, answers }) => html`<tr><th scope="row">${by}</th><td>${answers}</td></tr>`)
  return html`<section><h2>Labels</h2>
<table class="origin"><caption>Answers that stand</caption><tbody>${rows}</tbody></table>
<ul>${qualityMeasures(found.quality, 'anybody').map(sentence)}</ul>
</section>`
}

function sentence({ text, worry }: Measure): Markup {
  const words = `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  return worry ? html`<li><strong>Worth a look:</strong> ${words}</li>` : html`<li>${words}</li>`
}
