// What made this run, so that it can be made again.

import type { RunRecord } from '../../run/read-run.ts'
import { html, type Markup } from '../html.ts'

export function origin({ meta, path }: RunRecord): Markup {
  const { machine } = meta
  const rows = [
    ['Command', html`<code>${meta.command}</code>`],
    ['Configuration', `${path}/config.yaml, from ${meta.source}`],
    ['Started', meta.started],
    ['Rapref', `${meta.version}${meta.commit ? `, commit ${meta.commit}` : ''}`],
    ['Physics', meta.engine],
    ['Executors', meta.executors.join(', ')],
    ['Node', meta.node],
    ['Machine', `${machine.processor}, ${machine.cores} cores, ${machine.memoryGiB} GiB, ${machine.system}`],
  ] as const
  return html`<section><h2>How it was made</h2><table class="origin"><tbody>${rows.map(
    ([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`,
  )}</tbody></table></section>`
}
