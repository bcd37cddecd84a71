// Which levels of a ranking decided the answers. Says nothing where no teacher ranked factors.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseLog } from '../../../rewards/preference/log-lines.ts'
import { decisionsOf, type LevelDecisions } from '../../../rewards/teachers/decisions.ts'
import type { RunRecord } from '../../run/read-run.ts'
import { html, type Markup } from '../html.ts'
import { percent, trim } from '../numbers.ts'

export function ranking({ path, config }: RunRecord): Markup {
  const file = join(path, 'labels.jsonl')
  if (!existsSync(file)) return html``
  const answers = [...parseLog(readFileSync(file), file).answers.values()].filter(({ by }) => by === `teacher:${TREE}`)
  if (answers.length === 0) return html``
  const { levels, ties } = decisionsOf(answers)
  const share = (count: number) => `${count} (${percent(count / answers.length)})`
  const row = ({ level, factor, answers: count, difference, timesMargin }: LevelDecisions) =>
    html`<tr><td>${level}</td><th scope="row">${factor}</th><td>${share(count)}</td><td>${trim(difference, 4)}</td>
<td>${timesMargin === null ? '-' : trim(timesMargin, 1)}</td></tr>`
  const silent = (config.order ?? []).filter((_, index) => !levels.some(({ level }) => level === index + 1))
  return html`<section><h2>Ranking</h2>
<table><caption>Levels that decided ${answers.length} answers; ${share(ties)} were ties</caption>
<thead><tr><th scope="col">level</th><th scope="col">factor</th><th scope="col">answers</th>
<th scope="col">median difference</th><th scope="col">in margins</th></tr></thead>
<tbody>${levels.map(row)}</tbody></table>
${silent.length > 0 ? html`<p>Never decided anything: ${silent.join('; ')}.</p>` : undefined}
</section>`
}

const TREE = 'tree'
