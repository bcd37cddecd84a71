// rapref eval: how good the policy of a run is.

import { defineCommand } from './command.ts'

export const evaluate = defineCommand({
  name: 'eval',
  summary: 'Measure success and return of a run on held-out seeds, with intervals',
  example: 'rapref eval runs/first-try --episodes 200',
  words: { usage: '<run>', least: 1, most: 1 },
  options: { episodes: { kind: 'integer', value: '<n>', range: [1, 1_000_000], describe: 'Default 50' } },

  async run({ words: [path = ''], options: { episodes = 50 }, reporter }) {
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
  },
})
