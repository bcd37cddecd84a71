// rapref sweep: many runs from one file; what is finished is never redone.

import { unknownName } from '../../sim/names.ts'
import { UserError } from '../errors/user-error.ts'
import type { SweepSource } from '../sweep/file/read-file.ts'
import type { ExecutorName } from '../sweep/file/schema.ts'
import type { SweepRun } from '../sweep/read-sweep.ts'
import { defineCommand, type Outcome } from './command.ts'
import { renderTable } from './table.ts'

export const sweep = defineCommand({
  name: 'sweep',
  summary: 'Do all runs that a file asks for; again: only what is missing',
  example: 'rapref sweep lab/sweeps/teachers.yaml --dry-run',
  words: { usage: '<file.yaml>', least: 1, most: 1 },
  options: {
    'dry-run': { kind: 'switch', describe: 'List the runs, count them, and tell how long they may take; do nothing' },
    'no-probe': { kind: 'switch', describe: 'With --dry-run: leave out the time, which takes a timing probe' },
    executor: { kind: 'text', value: '<local|slurm>', describe: 'Who runs them; default as the file says' },
    'retry-failed': { kind: 'switch', describe: 'Try runs again that have failed' },
    out: { kind: 'text', value: '<folder>', describe: 'Where the runs are kept; default as the file says' },
  },

  async details() {
    const { sweepKeys } = await import('../sweep/file/schema.ts')
    const width = Math.max(...[...sweepKeys.keys()].map((key) => key.length))
    return ['Keys of the file:', ...[...sweepKeys].map(([key, text]) => `  ${key.padEnd(width)}  ${text}`)].join('\n')
  },

  async run({ words: [path = ''], options, reporter, signal }) {
    const source = await sourceOf(path, options.out)
    const executor = chooseExecutor(options.executor ?? source.file.executor)
    const log = (text: string) => reporter.report({ kind: 'note', text })
    const { planHere } = await import('../sweep/plan-here.ts')
    if (options['dry-run']) return dryRun(source, await planHere(source), { probe: !options['no-probe'], log })
    const { runSweep } = await import('../sweep/sweep.ts')
    const failed = options['retry-failed'] ? 'retry' : 'leave'
    const { runs, skipped } = await runSweep(() => planHere(source), { source, executor, failed, signal, log })
    return outcomeOf(source, runs, skipped)
  },
})

async function sourceOf(path: string, out: string | undefined): Promise<SweepSource> {
  const { readSweepFile } = await import('../sweep/file/read-file.ts')
  const source = readSweepFile(path)
  return out === undefined ? source : { ...source, file: { ...source.file, out } }
}

function chooseExecutor(name: string): ExecutorName {
  if (name === 'local' || name === 'slurm') return name
  throw new UserError(unknownName('executor', name, ['local', 'slurm']))
}

type Plan = Awaited<ReturnType<typeof import('../sweep/plan-here.ts').planHere>>

interface DryRun {
  readonly probe: boolean
  readonly log: (text: string) => void
}

async function dryRun(source: SweepSource, plan: Plan, { probe, log }: DryRun): Promise<Outcome> {
  const { readStates } = await import('../sweep/read-sweep.ts')
  const { out } = source.file
  const runs = readStates(out, plan.runs)
  const rows = runs.map(({ state, condition, task, seed, name }) => ({ state, condition, task, seed, folder: name }))
  const lines = [renderTable(rows), '', countWords(runs)]
  if (!probe) return { document: documentOf(runs, skippedOf(runs)), text: lines.join('\n') }
  log(`${runs.length} runs; now a timing probe`)
  const { forecast, forecastWords } = await import('../sweep/forecast.ts')
  const estimate = await forecast({ plan, runs, file: source.file })
  return {
    document: { ...documentOf(runs, skippedOf(runs)), estimate },
    text: [...lines, forecastWords(estimate)].join('\n'),
  }
}

function outcomeOf(source: SweepSource, runs: readonly SweepRun[], skipped: number): Outcome {
  const document = documentOf(runs, skipped)
  const text = [
    '',
    `${source.question || source.path}`,
    `  ${countWords(runs)}`,
    ...runs.filter(({ state }) => state === 'failed').map(({ folder, id }) => `  failed   ${folder} (${id})`),
    `  report   rapref report ${source.file.out}`,
  ].join('\n')
  return { document, text, failed: document.failed > 0 }
}

function documentOf(runs: readonly SweepRun[], skipped: number) {
  const inState = (wanted: SweepRun['state']) => runs.filter(({ state }) => state === wanted).length
  return {
    planned: runs.length,
    finished: inState('finished'),
    failed: inState('failed'),
    skipped,
    runs: runs.map(({ id, folder, state }) => ({ id, folder, state })),
  }
}

const skippedOf = (runs: readonly SweepRun[]) => runs.filter(({ state }) => state === 'finished').length

/** `24 runs: 20 finished, 4 queued`. */
function countWords(runs: readonly SweepRun[]): string {
  const states = [...new Set(runs.map(({ state }) => state))].sort()
  const parts = states.map((wanted) => `${runs.filter(({ state }) => state === wanted).length} ${wanted}`)
  return `${runs.length} runs: ${parts.join(', ')}`
}
