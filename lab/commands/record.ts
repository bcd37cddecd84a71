// rapref record: a dataset of recordings.

import { join } from 'node:path'
import { isRobotName, ROBOT_NAMES, type RobotName } from '../../sim/arm/robots.ts'
import { unknownName } from '../../sim/names.ts'
import type { Behaviour } from '../dataset/behaviours.ts'
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
    horizon: { kind: 'integer', value: '<steps>', range: [1, 100_000], describe: 'Default 500, or as the run has it' },
    repeat: { kind: 'integer', value: '<steps>', range: [1, 100], describe: 'Steps that an action is held; default 1' },
    fast: { kind: 'switch', describe: 'One physics step in a control step, not two' },
    robot: {
      kind: 'text',
      value: '<panda|sawyer>',
      describe: 'Whose arm is drawn; default panda, or as the run has it',
    },
    out: { kind: 'text', value: '<folder>', describe: 'Where a folder for each task is made; default recordings' },
  },

  async run({ words: [named = ''], options, reporter, signal }) {
    const { tasks } = await import('../../envs/registry.ts')
    const { behaviourNamed } = await import('../dataset/behaviours.ts')
    const { recordDataset } = await import('../dataset/record-dataset.ts')
    const { policy = 'expert', episodes = 20, seed = 0, out = 'recordings' } = options
    const chosen = chooseTasks(
      named,
      tasks.map(({ id }) => id),
    )
    const behaviour = await behaviourNamed(policy)
    const stamp = timeStamp(new Date())
    const document = []
    try {
      for (const task of chosen) {
        checkTrained(behaviour, task)
        const folder = join(out, `${task}-${behaviour.name}-${stamp}`)
        const request = { task, options: envOptions(options, behaviour), behaviour, episodes, seed, folder }
        document.push(await recordDataset({ ...request, reporter, signal }))
        reporter.report({ kind: 'note', text: `wrote ${folder}` })
      }
    } finally {
      await behaviour.dispose()
    }
    return { document, text: renderTable(document) }
  },
})

function chooseTasks(named: string, known: readonly string[]): readonly string[] {
  if (named === 'all') return known
  if (known.includes(named)) return [named]
  throw new UserError(unknownName('task', named, [...known, 'all']))
}

function checkTrained({ trained, policy }: Behaviour, task: string): void {
  if (trained === undefined || trained.task === task) return
  throw new UserError(`${policy} has learned ${trained.task}, not ${task}; type: rapref record ${trained.task}`)
}

interface TypedOptions {
  readonly horizon: number | undefined
  readonly repeat: number | undefined
  readonly fast: boolean
  readonly robot: string | undefined
}

function envOptions({ horizon, repeat, fast, robot }: TypedOptions, { trained }: Behaviour) {
  return {
    ...trained?.options,
    ...(horizon === undefined ? {} : { horizon }),
    ...(repeat === undefined ? {} : { actionRepeat: repeat }),
    ...(fast ? { physics: 'fast' as const } : {}),
    ...(robot === undefined ? {} : { robot: chooseRobot(robot) }),
  }
}

function chooseRobot(named: string): RobotName {
  if (isRobotName(named)) return named
  throw new UserError(unknownName('robot', named, ROBOT_NAMES))
}
