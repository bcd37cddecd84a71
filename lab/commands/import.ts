// rapref import: other people's datasets and preferences, as rapref keeps its own.

import { join } from 'node:path'
import type { EnvOptions } from '../../envs/contract.ts'
import type { ImportDocument } from '../dataset/import/import-dataset.ts'
import { UserError } from '../errors/user-error.ts'
import { checkRunName, timeStamp } from '../run/run-name.ts'
import { defineCommand } from './command.ts'
import { renderTable } from './table.ts'

export const importing = defineCommand({
  name: 'import',
  summary:
    'Read a dataset or preferences from HDF5, Minari or npz: D4RL, Robomimic, CPL, B-Pref, Preference Transformer',
  example: 'rapref import demo.hdf5 --task lift',
  words: { usage: '<file, or a folder of Minari>', least: 1, most: 1 },
  options: {
    task: { kind: 'text', value: '<task>', describe: "Which it is of; rapref's own files say it" },
    horizon: {
      kind: 'integer',
      value: '<steps>',
      range: [1, 100_000],
      describe: 'Of its episodes; default the longest',
    },
    repeat: { kind: 'integer', value: '<steps>', range: [1, 100], describe: 'Steps that an action is held; default 1' },
    by: {
      kind: 'text',
      value: '<who>',
      describe: 'Who answered, such as person:kim; default as the file says, or teacher:imported',
    },
    out: { kind: 'text', value: '<folder>', describe: 'Where its folder is made; default recordings' },
    name: { kind: 'text', value: '<name>', describe: 'Of its folder; default task, layout and time' },
  },

  async run({ words: [path = ''], options, reporter }) {
    const { importDataset } = await import('../dataset/import/import-dataset.ts')
    const { by = 'teacher:imported', out = 'recordings', name, task } = options
    if (!/^(person|teacher):.+$/.test(by)) {
      throw new UserError(`found --by ${by}, expected person:<name> or teacher:<name>`)
    }
    const now = new Date()
    const folderOf = (found: { task: string; layout: string }) =>
      join(out, name === undefined ? `${found.task}-${found.layout}-${timeStamp(now)}` : checkRunName(name))
    const document = await importDataset({
      path,
      task,
      options: typedOptions(options),
      folderOf,
      by,
      at: now.toISOString(),
    })
    for (const text of document.notes) reporter.report({ kind: 'note', text })
    return { document, text: textOf(document) }
  },
})

interface TypedOptions {
  readonly horizon: number | undefined
  readonly repeat: number | undefined
}

function typedOptions({ horizon, repeat }: TypedOptions): Partial<EnvOptions> {
  return {
    ...(horizon === undefined ? {} : { horizon }),
    ...(repeat === undefined ? {} : { actionRepeat: repeat }),
  }
}

function textOf({ folder, layout, parts, answers }: ImportDocument): string {
  const rows = parts.map(({ return: { mean }, ...part }) => ({ ...part, return: mean }))
  const told = answers === 0 ? '' : `, ${answers} answers`
  return `${renderTable(rows)}\n\nwrote ${folder} (${layout}${told})`
}
