import { expect, test } from 'vitest'
import { html, Markup } from '../../../lab/report/html.ts'

test('text is escaped, markup is kept, lists are joined and nothing is nothing', () => {
  const part = html`<b>${'<&>"'}</b>`
  expect(html`<p title="${"it's"}">${part}${undefined}${[html`<i>1</i>`, 2]}</p>`.text).toBe(
    '<p title="it&#39;s"><b>&lt;&amp;&gt;&quot;</b><i>1</i>\n2</p>',
  )
  expect(html`${new Markup('<br>')}`.text).toBe('<br>')
})
