// Every setting of the run; those that differ from the defaults stand out.

import { configSections } from '../../config/keys.ts'
import type { RunRecord } from '../../run/read-run.ts'
import { html, type Markup } from '../html.ts'

export function configuration({ config }: RunRecord): Markup {
  const groups = configSections.map(({ key, describe, keys }) => {
    const values = (key === '' ? config : config[key as keyof typeof config]) as Readonly<Record<string, unknown>>
    const rows = keys.map((each) => {
      const value = values[each.key.slice(key === '' ? 0 : key.length + 1)]
      const mark = value === each.fallback ? '' : 'changed'
      return html`<tr class="${mark}"><th scope="row" title="${each.describe}">${each.key}</th><td>${wordsOf(value)}</td></tr>`
    })
    return html`<table><caption>${describe}</caption><tbody>${rows}</tbody></table>`
  })
  return html`<section><h2>Configuration</h2><p class="hint">Bold: not the default.</p><div class="tables">${groups}</div></section>`
}

function wordsOf(value: unknown): string {
  if (value === undefined) return 'not set'
  return Array.isArray(value) ? value.join('; ') : String(value)
}
