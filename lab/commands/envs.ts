// rapref envs: which tasks there are.

import { defineCommand, noWords } from './command.ts'
import { renderTable } from './table.ts'

export const envs = defineCommand({
  name: 'envs',
  summary: 'List the tasks',
  example: 'rapref envs --json',
  words: noWords,
  options: {},

  async run() {
    const { makeEnv, tasks } = await import('../../envs/registry.ts')
    const document = []
    for (const { id, suite } of tasks) {
      const env = await makeEnv(id)
      const { observationSpace, actionSpace, options } = env
      env.dispose()
      document.push({
        id,
        suite,
        observationSize: observationSpace.low.length,
        actionSize: actionSpace.low.length,
        horizon: options.horizon,
      })
    }
    return { document, text: renderTable(document) }
  },
})
