// rapref eval: how good the policy of a run is, on its own task or in a suite of tasks.

import { UserError } from '../errors/user-error.ts'
import { defineCommand, type Invocation, type Options, type Outcome } from './command.ts'
import { renderTable } from './table.ts'

const options = {
  episodes: { kind: 'integer', value: '<n>', range: [1, 1_000_000], describe: 'Default 50; in a suite, of each task' },
  suite: { kind: 'text', value: '<MT10>', describe: 'Score it in a suite: MT1/<task> to MT50, ML1/<task> to ML45' },
  split: { kind: 'text', value: '<train|test>', describe: 'Tasks of the suite; default test' },
  seed: { kind: 'integer', value: '<n>', range: [0, 2 ** 31], describe: "Of the suite's goals; default 1" },
} as const satisfies Options

type Request = Invocation<typeof options>

export const evaluate = defineCommand({
  name: 'eval',
  summary: 'Measure success and return of a run on held-out seeds, with intervals',
  example: 'rapref eval runs/first-try --episodes 200',
  words: { usage: '<run, or expert or random in a suite>', least: 1, most: 1 },
  options,

  async run(request) {
    const { suite, split, seed } = request.options
    if (suite !== undefined) return inSuite(request, suite)
    const [name] = Object.entries({ split, seed }).find(([, value]) => value !== undefined) ?? []
    if (name !== undefined) throw new UserError(`--${name} belongs to a suite; add --suite MT10, or leave it out`)
    return onItsTask(request)
  },
})

async function onItsTask({ words: [path = ''], options: { episodes = 50 }, reporter }: Request): Promise<Outcome> {
  const { evaluateRun } = await import('../training/evaluate-run.ts')
  const { percent, percentRange, trim } = await import('../report/numbers.ts')
  reporter.report({ kind: 'note', text: `evaluating ${path} on ${episodes} held-out seeds` })
  const document = await evaluateRun(path, { episodes })
  const { task, success, successInterval, successLast, return: total } = document
  const text = [
    `${task}: success ${percent(success)} (95% interval ${percentRange(successInterval)})`,
    `  at the last step ${percent(successLast)}, return ${trim(total, 1)}, ${episodes} episodes`,
  ].join('\n')
  return { document, text }
}

async function inSuite({ words: [policy = ''], options, reporter, signal }: Request, suite: string): Promise<Outcome> {
  const { scoreSuite } = await import('../suites/score.ts')
  const { behaviourNamed } = await import('../dataset/behaviours.ts')
  const { percent } = await import('../report/numbers.ts')
  const { episodes = 50, split = 'test', seed = 1 } = options
  const behaviour = await behaviourNamed(policy)
  try {
    const document = await scoreSuite({ suite, split, seed, episodes, behaviour, reporter, signal })
    const { successAny, successLast, tasks } = document
    const mean = `${document.suite}, ${document.split}: success ${percent(successAny)}, at the last step ${percent(successLast)}`
    return {
      document,
      text: `${renderTable(tasks)}\n\n${mean}${tasks.length > 1 ? `, mean of ${tasks.length} tasks` : ''}`,
    }
  } finally {
    await behaviour.dispose()
  }
}
