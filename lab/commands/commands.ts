// All commands, in the order that `rapref --help` shows them.

import { bench } from './bench.ts'
import type { Command } from './command.ts'
import { doctor } from './doctor.ts'
import { envs } from './envs.ts'
import { evaluate } from './eval.ts'
import { exporting } from './export.ts'
import { importing } from './import.ts'
import { label } from './label.ts'
import { methods } from './methods.ts'
import { record } from './record.ts'
import { report } from './report.ts'
import { rules } from './rules.ts'
import { start } from './start.ts'
import { stats } from './stats.ts'
import { sweep } from './sweep.ts'
import { train } from './train.ts'
import { view } from './view.ts'
import { work } from './work.ts'

export const commands: readonly Command[] = [
  start,
  train,
  sweep,
  work,
  evaluate,
  view,
  label,
  record,
  report,
  rules,
  stats,
  exporting,
  importing,
  envs,
  methods,
  doctor,
  bench,
]
