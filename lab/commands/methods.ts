// rapref methods: which ways of learning there are.

import { defineCommand, noWords } from './command.ts'
import { renderTable } from './table.ts'

export const methods = defineCommand({
  name: 'methods',
  summary: 'List the methods, with their papers',
  example: 'rapref methods --json',
  words: noWords,
  options: {},

  async run() {
    const table = await import('../methods/methods.ts')
    const document = Object.values(table.methods).map(({ id, source, online, needs }) => ({
      id,
      source,
      online,
      needs,
    }))
    const rows = document.map(({ needs, ...rest }) => ({ ...rest, needs: needs.join(', ') }))
    return { document, text: renderTable(rows) }
  },
})
