// rapref report: one HTML file about a run.

import { defineCommand } from './command.ts'

export const report = defineCommand({
  name: 'report',
  summary: 'Write report.html of a run again, finished or not',
  example: 'rapref report runs/first-try',
  words: { usage: '<run>', least: 1, most: 1 },
  options: {},

  async run({ words: [path = ''] }) {
    const { join } = await import('node:path')
    const { writeAtomic } = await import('../files/write-atomic.ts')
    const { renderReport } = await import('../report/report.ts')
    const { readRun } = await import('../run/read-run.ts')
    const page = renderReport(readRun(path))
    const file = join(path, 'report.html')
    await writeAtomic(file, page)
    return { document: { report: file, bytes: Buffer.byteLength(page) }, text: `wrote ${file}` }
  },
})
