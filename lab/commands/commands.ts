// All commands, in the order that `rapref --help` shows them.

import { bench } from './bench.ts'
import type { Command } from './command.ts'
import { doctor } from './doctor.ts'
import { envs } from './envs.ts'
import { evaluate } from './eval.ts'
import { exporting } from './export.ts'
import { methods } from './methods.ts'
import { record } from './record.ts'
import { report } from './report.ts'
import { start } from './start.ts'
import { train } from './train.ts'
import { view } from './view.ts'

export const commands: readonly Command[] = [
  start,
  train,
  evaluate,
  view,
  record,
  report,
  exporting,
  envs,
  methods,
  doctor,
  bench,
]
