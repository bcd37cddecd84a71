// rapref record: a dataset of recordings, or one of mixed quality to learn from offline.

import { join } from 'node:path'
import type { EnvOptions } from '../../envs/contract.ts'
import { isRobotName, ROBOT_NAMES, type RobotName } from '../../sim/arm/robots.ts'
import { unknownName } from '../../sim/names.ts'
import type { Behaviour } from '../dataset/behaviour.ts'
import type { MixPart } from '../dataset/mix.ts'
import { UserError } from '../errors/user-error.ts'
import { checkRunName, timeStamp } from '../run/run-name.ts'
import { defineCommand } from './command.ts'
import { renderTable } from './table.ts'

export const record = defineCommand({
  name: 'record',
  summary: 'Record episodes of one task or all, played by the expert, at random, by a run, or by a mix of them',
  example: 'rapref record drawer-open --policy expert --episodes 10',
  words: { usage: '<task or all>', least: 1, most: 1 },
  options: {
    policy: {
      kind: 'text',
      value: '<expert|random|run>',
      describe: 'Who acts; default expert. Also cross-goal: the expert, for another goal',
    },
    mix: {
      kind: 'text',
      value: '<parts>',
      describe: 'A dataset of mixed quality: standard, ipl, or such as expert:50,expert~0.5:50,random:50,runs/half:50',
    },
    episodes: { kind: 'integer', value: '<n>', range: [1, 1_000_000], describe: 'Of each task or part; default 20' },
    clips: { kind: 'switch', describe: 'Of a mix: a recording of each episode too, for labelling and the page' },
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
    name: { kind: 'text', value: '<name>', describe: "Of one task's folder; default task, policy and time" },
  },

  async run({ words: [named = ''], options, reporter, signal }) {
    const { tasks } = await import('../../envs/registry.ts')
    const { recordDataset } = await import('../dataset/record-dataset.ts')
    const { seed = 0, out = 'recordings', clips, mix } = options
    const chosen = chooseTasks(
      named,
      tasks.map(({ id }) => id),
    )
    const { parts, behaviours, called } = await who(options)
    const stamp = timeStamp(new Date())
    const document = []
    for (const task of chosen) {
      for (const behaviour of behaviours) checkTrained(behaviour, task)
      const folder = join(out, folderName(options.name, chosen) ?? `${task}-${called}-${stamp}`)
      const played = { task, options: envOptions(options, behaviours), mix: mix ?? called, parts, seed, folder }
      const keep = mix === undefined ? { clips: true, numbers: false } : { clips, numbers: true }
      document.push(...(await recordDataset({ ...played, ...keep, reporter, signal })))
      reporter.report({ kind: 'note', text: `wrote ${folder}` })
    }
    return { document, text: renderTable(document) }
  },
})

function chooseTasks(named: string, known: readonly string[]): readonly string[] {
  if (named === 'all') return known
  if (known.includes(named)) return [named]
  throw new UserError(unknownName('task', named, [...known, 'all']))
}

interface TypedOptions {
  readonly policy: string | undefined
  readonly mix: string | undefined
  readonly clips: boolean
  readonly episodes: number | undefined
  readonly horizon: number | undefined
  readonly repeat: number | undefined
  readonly fast: boolean
  readonly robot: string | undefined
}

interface Who {
  readonly parts: readonly MixPart[]
  readonly behaviours: readonly Behaviour[]
  /** In the folder's name. */
  readonly called: string
}

async function who({ policy, mix, clips, episodes = 20 }: TypedOptions): Promise<Who> {
  const { behaviourNamed } = await import('../dataset/behaviours.ts')
  const { behaviourOf, namedMixes, parseMix } = await import('../dataset/mix.ts')
  if (mix !== undefined) {
    if (policy !== undefined) throw new UserError(`found --policy and --mix, expected one; type --mix ${mix},${policy}`)
    const parts = parseMix(mix, episodes)
    return { parts, behaviours: parts.map(behaviourOf), called: Object.hasOwn(namedMixes, mix) ? mix : 'mix' }
  }
  if (clips) throw new UserError('--clips belongs to --mix; without a mix, recordings are what is written')
  const behaviour = behaviourNamed(policy ?? 'expert')
  const part = { name: behaviour.name, policy: policy ?? 'expert', noise: 0, episodes }
  return { parts: [part], behaviours: [behaviour], called: behaviour.name }
}

function checkTrained({ trained, policy }: Behaviour, task: string): void {
  if (trained === undefined || trained.task === task) return
  throw new UserError(`${policy} has learned ${trained.task}, not ${task}; type: rapref record ${trained.task}`)
}

function folderName(name: string | undefined, tasks: readonly string[]): string | undefined {
  if (name === undefined || tasks.length === 1) return name && checkRunName(name)
  throw new UserError(`found --name ${name} for ${tasks.length} tasks, expected one task; leave it out`)
}

/** As runs were trained, but for what is typed. */
function envOptions(typed: TypedOptions, behaviours: readonly Behaviour[]): Partial<EnvOptions> {
  const { horizon, repeat, fast, robot } = typed
  return {
    ...trainedOptions(typed, behaviours),
    ...(horizon === undefined ? {} : { horizon }),
    ...(repeat === undefined ? {} : { actionRepeat: repeat }),
    ...(fast ? { physics: 'fast' as const } : {}),
    ...(robot === undefined ? {} : { robot: chooseRobot(robot) }),
  }
}

function trainedOptions({ repeat }: TypedOptions, behaviours: readonly Behaviour[]): Partial<EnvOptions> {
  const trained = behaviours.flatMap((behaviour) => behaviour.trained?.options ?? [])
  const repeats = [...new Set(trained.map(({ actionRepeat }) => actionRepeat))]
  if (repeats.length <= 1 || repeat !== undefined) return trained[0] ?? {}
  throw new UserError(`found runs that hold actions for ${repeats.join(' and ')} steps; choose: --repeat ${repeats[0]}`)
}

function chooseRobot(named: string): RobotName {
  if (isRobotName(named)) return named
  throw new UserError(unknownName('robot', named, ROBOT_NAMES))
}
