import { describe, expect, test } from 'vitest'
import { csv } from '../../../../lab/report/table/csv.ts'
import { htmlTable } from '../../../../lab/report/table/html-table.ts'
import { latex } from '../../../../lab/report/table/latex.ts'
import { markdown } from '../../../../lab/report/table/markdown.ts'
import type { Table } from '../../../../lab/report/table/table.ts'

const table: Table = {
  name: 'results',
  title: 'Success & failure',
  columns: [
    { title: 'condition' },
    { title: 'success', format: (value) => `${value * 100}%`, estimates: true },
    { title: 'runs' },
  ],
  rows: [
    ['a_b, "c"', { value: 0.5, interval: [0.25, 0.75] }, 3],
    ['<late>', { value: null, interval: [0.25, null] }, 1],
    ['x | y', { value: 1, interval: undefined }, null],
  ],
}

test('CSV holds numbers in full, intervals in columns of their own, and quotes what needs it', () => {
  expect(csv(table)).toBe(
    'condition,success,success low,success high,runs\r\n' +
      '"a_b, ""c""",0.5,0.25,0.75,3\r\n' +
      '<late>,,0.25,,1\r\n' +
      'x | y,1,,,\r\n',
  )
})

describe('LaTeX', () => {
  test('escapes what is a command there', () => {
    const text = latex(table)
    expect(text).toContain('\\caption{Success \\& failure}')
    expect(text).toContain('a\\_b, "c" & 50\\% {\\footnotesize (25\\% to 75\\%)} & 3 \\\\')
  })

  test('sets words to the left and numbers to the right', () => {
    expect(latex(table)).toContain('\\begin{tabular}{lrr}')
  })

  test('shows an end that was never reached as open, and what is unknown as a dash', () => {
    expect(latex(table)).toContain('<late> & -- {\\footnotesize (25\\% or more)} & 1')
  })
})

test('HTML escapes, and names its rows and columns as heads', () => {
  const { text } = htmlTable(table)
  expect(text).toContain('<th scope="row">&lt;late&gt;</th>')
  expect(text).toContain('<th scope="col" class="number">success</th>')
  expect(text).toContain('<td class="number">50% <span>25% to 75%</span></td>')
})

test('Markdown keeps to its columns', () => {
  expect(markdown(table).split('\n')).toEqual([
    '| condition | success | runs |',
    '| --- | --- | --- |',
    '| a_b, "c" | 50% (25% to 75%) | 3 |',
    '| <late> | - (25% or more) | 1 |',
    '| x \\| y | 100% | - |',
  ])
})
