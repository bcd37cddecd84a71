// With what the runs were made; more than one version of anything is said aloud.

import type { RunMeta } from '../../../run/meta.ts'
import { html, type Markup } from '../../html.ts'
import type { Study } from '../study.ts'
import { counted } from '../tables.ts'

const parts: readonly (readonly [name: string, of: (meta: RunMeta) => string])[] = [
  ['Rapref', ({ version, commit }) => `${version}${commit ? `, commit ${commit}` : ''}`],
  ['Physics', ({ engine }) => engine],
  ['Executors', ({ executors }) => executors.join(', ')],
  ['Node', ({ node }) => node],
  [
    'Machine',
    ({ machine }) => `${machine.processor}, ${machine.cores} cores, ${machine.memoryGiB} GiB, ${machine.system}`,
  ],
]

export function versions({ runs, folders }: Study): Markup {
  const metas = runs.flatMap(({ record }) => record?.meta ?? [])
  const rows = parts.map(([name, of]) => {
    const counts = new Map<string, number>()
    for (const meta of metas) counts.set(of(meta), (counts.get(of(meta)) ?? 0) + 1)
    const values = [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
    const words = values.map(([value, count]) => (values.length === 1 ? value : `${value} (${counted(count, 'run')})`))
    return html`<tr class="${values.length > 1 ? 'changed' : ''}"><th scope="row">${name}</th><td>${words.join('; ')}</td></tr>`
  })
  const command = `rapref report ${folders.join(' ')}`
  return html`<section><h2>How it was made</h2><table class="origin"><tbody>
<tr><th scope="row">This page</th><td><code>${command}</code></td></tr>
${rows}
</tbody></table></section>`
}
