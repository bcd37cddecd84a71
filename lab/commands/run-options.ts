// Options of the commands that make a run.

import type { Options } from './command.ts'

export const runOptions = {
  name: { kind: 'text', value: '<name>', describe: "The run's folder; default made of task, method, seed and time" },
  runs: { kind: 'text', value: '<folder>', describe: 'Where runs are kept; default runs' },
} as const satisfies Options
