// rapref envs: which tasks there are.

import { defineCommand, noWords } from './command.ts'
import { renderTable } from './table.ts'

export const envs = defineCommand({
  name: 'envs',
  summary: 'List the tasks, or draw them all',
  example: 'rapref envs --json',
  words: noWords,
  options: {
    sheet: { kind: 'text', value: '<file.png>', describe: 'Draw a contact sheet of all tasks instead' },
  },

  async run({ options: { sheet }, reporter }) {
    if (sheet !== undefined) return drawTasks(sheet, (text) => reporter.report({ kind: 'note', text }))
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

async function drawTasks(file: string, report: (line: string) => void) {
  const { tasks } = await import('../../envs/registry.ts')
  const { drawSheet } = await import('../sheet/sheet.ts')
  const { encodePng } = await import('../export/png.ts')
  const { writeAtomic } = await import('../files/write-atomic.ts')
  const picture = await drawSheet({ tasks: tasks.map(({ id }) => id), report: (task) => report(`drew ${task}`) })
  const bytes = encodePng(picture)
  await writeAtomic(file, bytes)
  const document = { file, bytes: bytes.length, width: picture.width, height: picture.height, tasks: tasks.length }
  return { document, text: `wrote ${file}: ${tasks.length} tasks, ${bytes.length.toLocaleString('en-US')} bytes` }
}
