// The executors that a sweep can name.

import type { ExecutorName } from '../file/schema.ts'
import type { Executor } from './executor.ts'
import { local } from './local/local.ts'
import { slurm } from './slurm/slurm.ts'

export const executors: Readonly<Record<ExecutorName, Executor>> = { local, slurm }
