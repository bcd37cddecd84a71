// rapref envs: which tasks there are.

import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { UserError } from '../errors/user-error.ts'
import { defineCommand, noWords, type Outcome } from './command.ts'
import { renderTable } from './table.ts'

export const envs = defineCommand({
  name: 'envs',
  summary: 'List the tasks, or draw them all',
  example: 'rapref envs --json',
  words: noWords,
  options: {
    suite: { kind: 'text', value: '<MT10>', describe: 'Only the tasks of a suite, and in which split each is' },
    sheet: { kind: 'text', value: '<file.png>', describe: 'Draw a contact sheet of all tasks instead' },
  },

  async run({ options: { sheet, suite }, reporter, signal }) {
    if (sheet !== undefined)
      return drawTasks(sheet, { signal, report: (text) => reporter.report({ kind: 'note', text }) })
    if (suite !== undefined) return tasksOf(suite)
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

async function tasksOf(named: string): Promise<Outcome> {
  const { chooseSuite } = await import('../suites/choose.ts')
  const { train, test } = chooseSuite(named)
  const ids = [...new Set([...train, ...test])]
  const document = ids.map((id) => ({ id, train: train.includes(id), test: test.includes(id) }))
  return { document, text: renderTable(document) }
}

interface Request {
  readonly signal: AbortSignal
  report(line: string): void
}

async function drawTasks(file: string, { signal, report }: Request) {
  const folder = dirname(file)
  if (!existsSync(folder)) throw new UserError(`${folder} does not exist; type: mkdir -p ${folder}`)
  const { tasks } = await import('../../envs/registry.ts')
  const { drawSheet } = await import('../sheet/sheet.ts')
  const { encodePng } = await import('../export/png.ts')
  const { writeAtomic } = await import('../files/write-atomic.ts')
  const ids = tasks.map(({ id }) => id)
  const picture = await drawSheet({ tasks: ids, signal, report: (task) => report(`drew ${task}`) })
  const bytes = encodePng(picture)
  await writeAtomic(file, bytes)
  const document = { file, bytes: bytes.length, width: picture.width, height: picture.height, tasks: tasks.length }
  return { document, text: `wrote ${file}: ${tasks.length} tasks, ${bytes.length.toLocaleString('en-US')} bytes` }
}
