// All commands, in the order that `rapref --help` shows them.

import type { Command } from './command.ts'
import { envs } from './envs.ts'
import { report } from './report.ts'

export const commands: readonly Command[] = [report, envs]
