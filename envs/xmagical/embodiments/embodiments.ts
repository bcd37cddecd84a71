// The bodies that there are. Sticks are named by half their width.

import type { Embodiment } from './embodiment.ts'
import { gripper } from './gripper.ts'
import { stick } from './stick.ts'

export const embodiments: readonly Embodiment[] = [
  stick('shortstick', 0.15, 100),
  stick('mediumstick', 0.3, 100),
  stick('longstick', 0.8, 50),
  gripper,
]
