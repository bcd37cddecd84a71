import { describe, expect, test } from 'vitest'
import { renderReport } from '../../../lab/report/report.ts'
import { someRun } from '../../support/some-run.ts'

const run = someRun()
const page = renderReport(run)
const nothing = { evaluations: [], rewards: [], correlations: [], final: undefined }

describe('the report', () => {
  test('is the same bytes for the same run', () => {
    expect(renderReport(someRun())).toBe(page)
  })

  test('fetches nothing and runs no script', () => {
    expect(page).not.toMatch(/https?:|src=|href=|<script|@import|url\(/)
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
  })

  test('tells what came out', () => {
    for (const told of ['<strong>96%</strong>', '86.5% to 98.9% (95% interval)', '>960k<', '>93%<', '>0.85<']) {
      expect(page).toContain(told)
    }
  })

  test('describes every chart in words', () => {
    const descriptions = [...page.matchAll(/aria-label="([^"]+)"/g)].map((match) => match[1])
    expect(descriptions).toContain(
      'at any step: from 0% to 100%, at most 100%; at the end: from 0% to 94%, at most 94%',
    )
    expect(descriptions.filter((text) => text?.startsWith('Learned against true reward'))).toHaveLength(1)
    expect(page.match(/<svg /g)).toHaveLength(7)
  })

  test('holds the configuration, with what is not the default marked, and what made the run', () => {
    expect(page).toMatch(/<tr class="changed"><th [^>]*>horizon<\/th><td>200<\/td>/)
    expect(page).toMatch(/<tr class=""><th [^>]*>worlds<\/th><td>16<\/td>/)
    expect(page).toContain('<code>rapref train quickstart seed=7</code>')
    expect(page).toContain('rapier3d-simd-compat 0.20.0')
  })

  test('escapes what it did not write itself', () => {
    expect(page).toContain('Some &lt;Processor&gt; &amp; more')
    const hostile = { ...run, meta: { ...run.meta, command: '<script>"\'' } }
    expect(renderReport(hostile)).toContain('<code>&lt;script&gt;&quot;&#39;</code>')
  })

  test('of a run that measured nothing yet says so', () => {
    const empty = renderReport({ ...run, measured: nothing })
    expect(empty.match(/Nothing was measured\./g)).toHaveLength(6)
    expect(empty).toContain('not evaluated yet')
    expect(empty).not.toContain('NaN')
  })

  test('of an unfinished run shows the last evaluation', () => {
    const unfinished = renderReport({ ...run, measured: { ...run.measured, final: undefined } })
    expect(unfinished).toContain('success so far')
    expect(unfinished).toContain('<strong>100%</strong>')
  })
})

test('no number in the page is broken', () => {
  expect(page).not.toMatch(/NaN|Infinity|undefined|null/)
})
