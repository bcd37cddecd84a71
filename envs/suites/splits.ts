// Which tasks each suite of Meta-World trains on and tests on, in upstream's order.
// Source: metaworld/env_dict.py of version 3.

import { metaworldTasks } from '../metaworld/tasks.ts'

/** Every task but those of ML45's test split trains; all of them make MT50. */
const ALL = metaworldTasks.map(({ id }) => id)

const MT10 = [
  'reach',
  'push',
  'pick-place',
  'door-open',
  'drawer-open',
  'drawer-close',
  'button-press-topdown',
  'peg-insert-side',
  'window-open',
  'window-close',
]

const MT25 = [
  ...MT10,
  'coffee-pull',
  'pick-out-of-hole',
  'disassemble',
  'pick-place-wall',
  'basketball',
  'stick-pull',
  'button-press-wall',
  'faucet-open',
  'door-lock',
  'lever-pull',
  'sweep-into',
  'faucet-close',
  'coffee-button',
  'button-press-topdown-wall',
  'dial-turn',
]

const ML10 = {
  train: [
    'reach',
    'push',
    'pick-place',
    'door-open',
    'drawer-close',
    'button-press-topdown',
    'peg-insert-side',
    'window-open',
    'sweep',
    'basketball',
  ],
  test: ['drawer-open', 'door-close', 'shelf-place', 'sweep-into', 'lever-pull'],
}

const ML45_TEST = ['bin-picking', 'box-close', 'hand-insert', 'door-lock', 'door-unlock']

export interface Split {
  readonly train: readonly string[]
  /** Empty in multi-task suites, which test what they train on. */
  readonly test: readonly string[]
}

/** The suites of many tasks. MT1 and ML1 have the one that they are made for. */
export const splits = {
  MT10: { train: MT10, test: [] },
  MT25: { train: MT25, test: [] },
  MT50: { train: ALL, test: [] },
  ML10,
  // As upstream has it: basketball is trained on and tested on.
  ML25: { train: MT25, test: ['basketball', 'door-close', 'shelf-place', 'sweep', 'button-press'] },
  ML45: { train: ALL.filter((id) => !ML45_TEST.includes(id)), test: ML45_TEST },
} satisfies Record<string, Split>
