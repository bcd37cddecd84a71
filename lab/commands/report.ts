// rapref report: one HTML file about a run, or about any number of them.

import { defineCommand } from './command.ts'

export const report = defineCommand({
  name: 'report',
  summary: 'Write one HTML page about runs: a run, a folder of runs, a sweep, or several of these',
  example: 'rapref report runs/first-try runs/second-try',
  words: { usage: '<folder> ...', least: 1, most: Number.MAX_SAFE_INTEGER },
  options: {
    out: { kind: 'text', value: '<file.html>', describe: 'Where to write it; default report.html in a single folder' },
    clips: { kind: 'integer', value: '<n>', range: [0, 1000], describe: 'Most policies to replay in the page (12)' },
  },
  details:
    async () => `Of several runs, tables (CSV, LaTeX) and figures (SVG) are written too, into a folder beside the page of the same
name. Runs are compared by the settings in which they differ; runs that differ in task or seed alone are put together.
Finished or not: what is missing is said.`,

  async run({ words, options: { out, clips = 12 }, reporter }) {
    const { writeReport } = await import('../report/write-report.ts')
    const document = await writeReport(words, {
      ...{ out, clips },
      log: (text) => reporter.report({ kind: 'note', text }),
    })
    const { report: file, runs, finished, files } = document
    const beside = files.length > 0 ? `; ${files.length} tables and figures beside it` : ''
    return { document, text: `wrote ${file} about ${finished} finished of ${runs} runs${beside}` }
  },
})
