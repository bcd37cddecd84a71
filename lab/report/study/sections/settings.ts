// In which settings the conditions differ, and what they have in common that is not the default.

import { configKeys } from '../../../config/keys.ts'
import { html, type Markup } from '../../html.ts'
import { htmlTable } from '../../table/html-table.ts'
import { differingKeys, settingOf } from '../settings.ts'
import type { Study } from '../study.ts'

export function settings(study: Study): Markup | undefined {
  const records = study.runs.flatMap(({ record }) => record ?? [])
  if (records.length === 0) return undefined
  const configs = records.map(({ config }) => config)
  const keys = differingKeys(configs)
  const valuesOf = (condition: string, key: string) => {
    const own = study.runs.flatMap((run) => (run.condition === condition && run.record ? [run.record.config] : []))
    return [...new Set(own.map((config) => String(settingOf(config, key))))].sort().join(', ')
  }
  const differing = htmlTable({
    name: 'settings',
    title: 'Where conditions differ',
    columns: [{ title: 'setting' }, ...study.conditions.map((title) => ({ title }))],
    rows: keys.map((key) => [key, ...study.conditions.map((condition) => valuesOf(condition, key) || '-')]),
  })
  const common = [...configKeys.values()].filter(
    ({ key, fallback }) =>
      key !== 'task' && key !== 'seed' && !keys.includes(key) && settingOf(configs[0]!, key) !== fallback,
  )
  const rows = common.map(
    ({ key, describe }) =>
      html`<tr><th scope="row" title="${describe}">${key}</th><td>${String(settingOf(configs[0]!, key))}</td></tr>`,
  )
  const shared = html`<div class="tables"><table><caption>The same everywhere, and not the default</caption><tbody>${rows}</tbody></table></div>`
  return html`<section><h2>Configuration</h2>${keys.length > 0 ? differing : undefined}${rows.length > 0 ? shared : undefined}</section>`
}
