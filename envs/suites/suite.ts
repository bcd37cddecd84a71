// Suites of tasks, as Meta-World's benchmarks: MT1, MT10, MT25 and MT50 train and test on the same tasks and show the goal;
// ML1, ML10, ML25 and ML45 test on other goals or other tasks and hide it. Each task has fifty goals, made from a seed.

import { unknownName } from '../../sim/names.ts'
import { randomStream } from '../../sim/random.ts'
import { metaworldTasks } from '../metaworld/tasks.ts'
import { type Split, splits } from './splits.ts'

export const GOALS_PER_TASK = 50

export type SplitName = 'train' | 'test'

export interface Suite {
  /** `MT10`, or `ML1/push` for one task. */
  readonly id: string
  readonly kind: 'multi-task' | 'meta-learning'
  readonly train: readonly string[]
  readonly test: readonly string[]
  /** Whether the observation tells the goal unless it is asked otherwise. */
  readonly goal: 'visible' | 'hidden'
}

/** Suites of one task are called `MT1/<task>` and `ML1/<task>`. */
export const suiteNames: readonly string[] = ['MT1', 'ML1', ...Object.keys(splits)]

/** @throws RangeError naming the nearest suite or task. */
export function suite(id: string): Suite {
  const [name = '', task] = id.split('/')
  if (name === 'MT1' || name === 'ML1') return made(id, oneTask(id, name, task))
  const split: Split | undefined = (splits as Readonly<Record<string, Split>>)[id]
  if (!split) throw new RangeError(unknownName('suite', id, suiteNames))
  return made(id, split)
}

function oneTask(id: string, name: string, task: string | undefined): Split {
  if (task === undefined) throw new RangeError(`the suite ${id} is of one task: say which, as in ${name}/push`)
  const known = metaworldTasks.map((one) => one.id)
  if (!known.includes(task)) throw new RangeError(unknownName('task', task, known))
  return { train: [task], test: name === 'ML1' ? [task] : [] }
}

function made(id: string, { train, test }: Split): Suite {
  const learns = id.startsWith('ML')
  return {
    id,
    kind: learns ? 'meta-learning' : 'multi-task',
    train,
    test: learns ? test : train,
    goal: learns ? 'hidden' : 'visible',
  }
}

/** Episodes of a task whose start and goal are its fifty in this suite. */
export interface SuiteTask {
  readonly task: string
  /** Place in the split, for one-hot codes. */
  readonly index: number
  /** Seeds for `Env.reset`; all different. */
  readonly seeds: readonly number[]
}

/**
 * The tasks of a split and their episodes. Both splits of ML1 are of one task: its test goals are those of the next seed, as
 * upstream's. In the other suites a task has the same goals in either split.
 */
export function suiteTasks(of: Suite, options: { readonly split: SplitName; readonly seed: number }): SuiteTask[] {
  const later = of.id.startsWith('ML1/') && options.split === 'test' ? 1 : 0
  return of[options.split].map((task, index) => ({ task, index, seeds: goalSeeds(task, options.seed + later) }))
}

function goalSeeds(task: string, seed: number): number[] {
  const random = randomStream(seed, `${task}/goals`)
  const seeds = new Set<number>()
  while (seeds.size < GOALS_PER_TASK) seeds.add(random.integer(2 ** 32))
  return [...seeds]
}
