// rapref view: the page over a folder of runs, finished or running.

import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { UserError } from '../errors/user-error.ts'
import { defineCommand } from './command.ts'
import { pageOptions } from './page-options.ts'

export const view = defineCommand({
  name: 'view',
  summary: 'Serve the page over a folder of runs, until Ctrl-C',
  example: 'rapref view runs --open',
  words: { usage: '[folder]', least: 0, most: 1 },
  options: pageOptions,

  async run({ words: [folder = 'runs'], options, reporter, signal }) {
    const { servePage } = await import('./page.ts')
    const { rankingRoom } = await import('../ranking/room.ts')
    const log = (text: string) => reporter.report({ kind: 'note', text })
    const runs = folderOfRuns(folder)
    const ranking = rankingRoom({ folder: runs, log })
    try {
      const viewer = await servePage({ options, runs, keepsDemonstrations: true, ranking, log })
      log('Ctrl-C to close')
      if (!signal.aborted) await once(signal, 'abort')
      await viewer.close()
      return { document: { address: viewer.address }, text: 'closed' }
    } finally {
      await ranking.close()
    }
  },
})

/** A single run is shown among its neighbours. */
function folderOfRuns(path: string): string {
  if (!existsSync(path)) {
    throw new UserError(`found no folder ${path}, expected one with runs in it; to make a run, type: rapref start`)
  }
  return existsSync(join(path, 'meta.json')) ? dirname(path) : path
}
