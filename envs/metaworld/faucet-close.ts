// Turn the handle of a faucet towards -x. Meta-World `faucet-close`, reward v2: the mirror image of `faucet-open`.

import { faucet } from '../../sim/props/faucet.ts'
import { plus } from '../../sim/vector.ts'
import { drawIn } from './draw.ts'
import { faucetOpen, turnFaucet } from './faucet-open.ts'
import { defineTask } from './task.ts'

/** The goal, from the faucet's foot: a quarter turn from where the handle starts. */
const GOAL = [-0.175, 0, 0.125] as const
const FAUCET = { low: [-0.1, 0.8, 0], high: [0.1, 0.85, 0] } as const

export const faucetClose = defineTask({
  ...faucetOpen,
  id: 'faucet-close',
  goals: { low: plus(FAUCET.low, GOAL), high: plus(FAUCET.high, GOAL) },
  observe: { first: 'close-side' },

  place: (random) => {
    const position = drawIn(random, FAUCET)
    return { props: [faucet({ position })], goal: plus(position, GOAL) }
  },

  expert: (now) => turnFaucet(now, -1),
})
