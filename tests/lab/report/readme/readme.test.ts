import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fillMarkedSections } from '../../../../lab/report/readme/marked-sections.ts'
import { type ResultFile, readResultFiles, renderResultFile } from '../../../../lab/report/readme/result-file.ts'
import { readmePath, resultsFolder } from '../../../../lab/report/readme/write-readme.ts'

function someRuns(condition: string, task: string, successes: readonly number[]): ResultFile['runs'] {
  return successes.map((success, seed) => ({
    ...{ condition, task, seed: seed + 31, success, successInterval: [success - 0.1, Math.min(1, success + 0.05)] },
    ...{ labels: 100 * (seed + 1), steps: 51_000, minutes: 0.5 },
  }))
}

const teachers: ResultFile = {
  question: 'How much do the flaws of a teacher cost?',
  versions: ['0.1.0'],
  unfinished: 0,
  runs: [
    ...someRuns('oracle', 'push', [1, 0.9, 0.96]),
    ...someRuns('oracle', 'reach', [1, 1, 1]),
    ...someRuns('noisy', 'push', [0.5, 0.6, 0.4]),
    ...someRuns('noisy', 'reach', [0.9, 1, 0.8]),
  ],
}
const results = new Map([['teachers', teachers]])
const readme = (style: string, body = '') =>
  `# Title\n\n<!-- results: teachers ${style} -->\n${body}<!-- end of results -->\nMore.\n`

describe('the README of this package', () => {
  const kept = readResultFiles(resultsFolder)
  const { text, shown, changed } = fillMarkedSections(readFileSync(readmePath, 'utf8'), kept)

  test('shows every file of results, in tables that match; if not: npx rapref report --readme', () => {
    expect(changed).toEqual([])
    expect(text).toBe(readFileSync(readmePath, 'utf8'))
    expect([...new Set(shown)].sort()).toEqual([...kept.keys()])
  })
})

describe('a marked section', () => {
  test('is filled with one line a condition and one column a task', () => {
    const { text, changed } = fillMarkedSections(readme('conditions'), results)
    expect(changed).toEqual(['teachers'])
    expect(text).toContain(
      '| condition | push | reach | interquartile mean | probability of improvement over oracle | runs |\n| --- |',
    )
    expect(text).toMatch(/\| oracle \| 95\.3% \| 100% \| 99% \(\S+% to 100%\) \| - \| 6 \|/)
    expect(text).toMatch(/\| noisy \| 50% \| 90% \| 70% \(\S+% to \S+%\) \| 0\.08 \(0 to 0\.\d+\) \| 6 \|/)
    expect(text.endsWith('\n\n<!-- end of results -->\nMore.\n')).toBe(true)
  })

  test('or seed by seed', () => {
    expect(fillMarkedSections(readme('seeds'), results).text).toContain(
      '| oracle | push | 31, 32, 33 | 100, 90, 96% | 80% to 95% | 100-300 | 51k | 0.5 |',
    )
  })

  test('that is filled stays as it is, and one digit that differs is found', () => {
    const { text } = fillMarkedSections(readme('conditions'), results)
    expect(fillMarkedSections(text, results)).toEqual({ text, shown: ['teachers'], changed: [] })
    expect(fillMarkedSections(text.replace('95.3%', '95.4%'), results).changed).toEqual(['teachers'])
    expect(fillMarkedSections(text.replace('95.3%', '95.4%'), results).text).toBe(text)
  })

  test('without an end, of unknown results or in an unknown style is an error that says so', () => {
    expect(() => fillMarkedSections('<!-- results: teachers -->\ntable', results)).toThrow(
      'the section "<!-- results: teachers -->" has no "<!-- end of results -->"',
    )
    expect(() => fillMarkedSections(readme('conditions').replace('teachers', 'teacher'), results)).toThrow(
      'the README shows results "teacher", which are not there; did you mean "teachers"?',
    )
    expect(() => fillMarkedSections(readme('rows'), results)).toThrow(
      'the README shows results in the style "rows"; expected one of conditions, seeds',
    )
  })
})

test('a file of results has one run a line and is read back as it was', () => {
  const text = renderResultFile(teachers)
  expect(JSON.parse(text)).toEqual(teachers)
  expect(text.split('\n').filter((line) => line.startsWith('    {'))).toHaveLength(12)
})
