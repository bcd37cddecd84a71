// rapref report: one HTML file about a run, or about any number of them; and the README's tables.

import { UserError } from '../errors/user-error.ts'
import { defineCommand, type Outcome } from './command.ts'

export const report = defineCommand({
  name: 'report',
  summary: 'Write one HTML page about runs: a run, a folder of runs, a sweep, or several of these',
  example: 'rapref report runs/first-try runs/second-try',
  words: { usage: '<folder> ...', least: 0, most: Number.MAX_SAFE_INTEGER },
  options: {
    out: { kind: 'text', value: '<file.html>', describe: 'Where to write it; default report.html in a single folder' },
    clips: { kind: 'integer', value: '<n>', range: [0, 1000], describe: 'Most policies to replay in the page (12)' },
    results: { kind: 'text', value: '<file.json>', describe: 'Write what came out of each run instead, for a README' },
    readme: { kind: 'switch', describe: "Write this package's README tables again, from lab/sweeps/results" },
  },
  details:
    async () => `Of several runs, tables (CSV, LaTeX) and figures (SVG, PNG) are written too, into a folder of the same name beside
the page. Runs are compared by the settings in which they differ; runs that differ in task or seed alone are put together.
Finished or not: what is missing is said.`,

  async run({ words, options: { out, clips = 12, results, readme }, reporter }) {
    if (readme) return rewriteReadme(words)
    if (words.length === 0) {
      throw new UserError('found nothing after rapref report, expected <folder> ...; for example: rapref report runs')
    }
    if (results !== undefined) return writeResults(words, results)
    const { writeReport } = await import('../report/write-report.ts')
    const log = (text: string) => reporter.report({ kind: 'note', text })
    const document = await writeReport(words, { out, clips, log })
    const { report: file, runs, finished, files } = document
    const beside = files.length > 0 ? `; ${files.length} tables and figures beside it` : ''
    return { document, text: `wrote ${file} about ${finished} finished of ${runs} runs${beside}` }
  },
})

async function writeResults(folders: readonly string[], file: string): Promise<Outcome> {
  const { writeAtomic } = await import('../files/write-atomic.ts')
  const { renderResultFile, resultFileOf } = await import('../report/readme/result-file.ts')
  const { findStudy } = await import('../report/study/find-runs.ts')
  const found = resultFileOf(findStudy(folders))
  await writeAtomic(file, renderResultFile(found))
  return { document: { results: file, runs: found.runs.length }, text: `wrote ${found.runs.length} runs to ${file}` }
}

async function rewriteReadme(words: readonly string[]): Promise<Outcome> {
  if (words.length > 0)
    throw new UserError(`found "${words.join(' ')}" beside --readme; type rapref report --readme alone`)
  const { writeReadme } = await import('../report/readme/write-readme.ts')
  const document = await writeReadme()
  const { shown, changed } = document
  const text = changed.length === 0 ? 'all as they were' : `${changed.join(', ')} written again`
  return { document, text: `${shown.length} tables of results in README.md: ${text}` }
}
