// rapref work: does runs of a sweep. `rapref sweep` starts it; typed by hand, it lends another terminal or machine.

import { defineCommand } from './command.ts'
import { renderTable } from './table.ts'

export const work = defineCommand({
  name: 'work',
  summary: 'Do planned runs of a sweep that nobody works on, also from another machine',
  example: 'rapref work runs/teachers',
  words: { usage: '<sweep folder> [run id ...]', least: 1, most: 100_001 },
  options: {
    listen: { kind: 'switch', describe: 'Take runs from the process that started this one, which is rapref sweep' },
  },

  async run({ words: [out = '', ...ids], options: { listen }, reporter, signal }) {
    const { readPlan } = await import('../sweep/folder/plan-file.ts')
    const plan = readPlan(out)
    if (listen) {
      const { serveRuns } = await import('../sweep/worker/serve-runs.ts')
      await serveRuns(process, { out, plan, signal })
      return { document: [], text: '' }
    }
    const { workAll } = await import('../sweep/worker/work-all.ts')
    const log = (text: string) => reporter.report({ kind: 'note', text })
    const document = await workAll({ out, plan, ids, signal, log })
    return { document, text: document.length === 0 ? 'nothing was left to do' : renderTable(document) }
  },
})
