// rapref bench: how fast the parts are, on this machine.

import { unknownName } from '../../sim/names.ts'
import { UserError } from '../errors/user-error.ts'
import { defineCommand } from './command.ts'
import { renderTable } from './table.ts'

type Bench = (report: (line: string) => void) => Promise<readonly object[]>

const benches: Readonly<Record<string, Bench>> = {
  sim: async (report) => (await import('../bench/sim.ts')).benchSim({ report }),
  update: async (report) => (await import('../bench/update.ts')).benchUpdate({ report }),
}

export const bench = defineCommand({
  name: 'bench',
  summary: `Measure speed: ${Object.keys(benches).join(', ')}, or all of them`,
  example: 'rapref bench sim --json',
  words: { usage: '[name]', least: 0, most: 1 },
  options: {},

  async run({ words: [name], reporter }) {
    const report = (text: string) => reporter.report({ kind: 'note', text })
    if (name !== undefined) {
      const chosen = benches[name]
      if (chosen === undefined) throw new UserError(unknownName('bench', name, Object.keys(benches)))
      const rows = await chosen(report)
      return { document: rows, text: renderTable(rows) }
    }
    const document: Record<string, readonly object[]> = {}
    for (const [each, run] of Object.entries(benches)) document[each] = await run(report)
    return { document, text: Object.values(document).map(renderTable).join('\n\n') }
  },
})
