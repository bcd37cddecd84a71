// rapref start, which is what `npm start` runs: a task learned from preferences in minutes, with the page beside it.

import type { Viewer } from '../../viewer/server/viewer.ts'
import { UserError } from '../errors/user-error.ts'
import { defineCommand } from './command.ts'
import type { ServePage } from './page.ts'
import { pageOptions } from './page-options.ts'
import { personOptions } from './person-options.ts'
import { runOptions } from './run-options.ts'

export const start = defineCommand({
  name: 'start',
  summary: 'Learn a task from preferences in minutes, watch it on the page, end with a report',
  example: 'rapref start task=button-press --open',
  words: { usage: '[key=value ...]', least: 0, most: 1000 },
  options: {
    ...pageOptions,
    ...personOptions,
    'no-view': { kind: 'switch', describe: 'Do not serve the page' },
    ...runOptions,
  },

  async run({ words, options, reporter, signal, typed }) {
    const { loadConfig } = await import('../config/load.ts')
    const { knownNames } = await import('./known-names.ts')
    const { newRun, trainAndReport } = await import('./training-run.ts')
    const { asksPerson } = await import('../config/teachers.ts')
    const { personPage, refuseUnasked } = await import('./ask-person.ts')
    const { describePlan } = await import('./plan.ts')
    const { runs: folder = 'runs', name } = options
    const log = (text: string) => reporter.report({ kind: 'note', text })

    const loaded = loadConfig({ from: 'quickstart', overrides: words, known: knownNames })
    const asks = asksPerson(loaded.config)
    if (asks && options['no-view']) throw new UserError('teacher=person answers at the page; type it without --no-view')
    const { annotator, instructions } = options
    refuseUnasked(loaded.config, { annotator, instructions })
    for await (const line of describePlan(loaded.config)) log(line)
    const viewer = options['no-view'] || asks ? undefined : await openPage({ options, runs: folder, log })
    try {
      const run = await newRun({ ...loaded, folder, name, command: typed })
      log(`run ${run.path}`)
      const page = personPage(run.config, { options, runs: folder, log }, options) ?? (viewer && { viewer })
      return await trainAndReport({ run, reporter, signal, ...page })
    } finally {
      await viewer?.close()
    }
  },
})

/** Before the run is made: a port that is taken leaves no empty run behind. */
async function openPage(page: ServePage): Promise<Viewer> {
  const { servePage } = await import('./page.ts')
  return servePage(page)
}
