// rapref record: a dataset of recordings.

import { join } from 'node:path'
import { unknownName } from '../../sim/names.ts'
import { UserError } from '../errors/user-error.ts'
import { timeStamp } from '../run/run-name.ts'
import { defineCommand } from './command.ts'
import { renderTable } from './table.ts'

export const record = defineCommand({
  name: 'record',
  summary: 'Record episodes of one task or all, played by the expert, at random, or by a run',
  example: 'rapref record drawer-open --policy expert --episodes 10',
  words: { usage: '<task or all>', least: 1, most: 1 },
  options: {
    policy: { kind: 'text', value: '<expert|random|run>', describe: 'Who acts; default expert' },
    episodes: { kind: 'integer', value: '<n>', range: [1, 1_000_000], describe: 'Of each task; default 20' },
    seed: { kind: 'integer', value: '<n>', range: [0, 2 ** 40], describe: 'Of the first episode; default 0' },
    horizon: { kind: 'integer', value: '<steps>', range: [1, 100_000], describe: 'Default 500' },
    repeat: { kind: 'integer', value: '<steps>', range: [1, 100], describe: 'Steps that an action is held; default 1' },
    fast: { kind: 'switch', describe: 'One physics step in a control step, not two' },
    out: { kind: 'text', value: '<folder>', describe: 'Where a folder for each task is made; default recordings' },
  },

  async run({ words: [named = ''], options, reporter, signal }) {
    const { tasks } = await import('../../envs/registry.ts')
    const { recordDataset } = await import('../dataset/record-dataset.ts')
    const { policy = 'expert', episodes = 20, seed = 0, out = 'recordings' } = options
    const known = tasks.map(({ id }) => id)
    if (named !== 'all' && !known.includes(named)) throw new UserError(unknownName('task', named, [...known, 'all']))
    const { behaviours } = await import('../dataset/behaviours.ts')
    const behaviour = behaviours[policy]
    if (behaviour === undefined) throw new UserError(unknownName('policy', policy, Object.keys(behaviours)))

    const stamp = timeStamp(new Date())
    const document = []
    for (const task of named === 'all' ? known : [named]) {
      const folder = join(out, `${task}-${policy}-${stamp}`)
      const request = { task, options: envOptions(options), behaviour, policy, episodes, seed, folder }
      document.push(await recordDataset({ ...request, reporter, signal }))
      reporter.report({ kind: 'note', text: `wrote ${folder}` })
    }
    return { document, text: renderTable(document.map((each) => ({ ...each }))) }
  },
})

function envOptions({
  horizon,
  repeat,
  fast,
}: {
  horizon?: number | undefined
  repeat?: number | undefined
  fast: boolean
}) {
  return {
    ...(horizon === undefined ? {} : { horizon }),
    ...(repeat === undefined ? {} : { actionRepeat: repeat }),
    ...(fast ? { physics: 'fast' as const } : {}),
  }
}
