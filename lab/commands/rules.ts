// rapref rules: which simple rules over the task's terms explain the answers of a run.

import { defineCommand } from './command.ts'
import { renderTable } from './table.ts'

export const rules = defineCommand({
  name: 'rules',
  summary: 'Find threshold rules over the named terms that explain the answers of a run',
  example: 'rapref rules runs/first-try',
  words: { usage: '<run>', least: 1, most: 1 },
  options: {
    most: { kind: 'integer', value: '<n>', range: [1, 50], describe: 'Most rules (5)' },
  },
  details:
    async () => `A segment is as good as the share of the rules that it keeps. "answers explained" counts a rule together with
those above it; "stability" is the share of resamplings of the answers in which the same side of the same term was found.`,

  async run({ words: [run], options: { most = 5 } }) {
    const { readRun } = await import('../run/read-run.ts')
    const { answeredPairs } = await import('../labelling/answered-pairs.ts')
    const { extractRules } = await import('../../rewards/rules/extract.ts')
    const { ruleFactor, ruleWords } = await import('../../rewards/rules/rule.ts')
    const { randomStream } = await import('../../sim/random.ts')
    const { name, path, config } = readRun(run!)
    const found = extractRules({ ...(await answeredPairs(path)), most, random: randomStream(config.seed, 'rules') })
    const { answers, agreement, agreementLeftOut } = found
    const order = found.rules.map(({ rule }) => ruleFactor(rule))
    const rows = found.rules.map(({ rule, agreement: share, stability }) => ({
      rule: ruleWords(rule),
      answersExplained: percent(share),
      stability: percent(stability),
    }))
    const document = {
      run: name,
      ...{ answers, agreement, agreementLeftOut },
      rules: found.rules.map((each) => ({ ...each, words: ruleWords(each.rule) })),
      order,
    }
    const leftOut =
      agreementLeftOut === null ? '' : `, ${percent(agreementLeftOut)} of answers that they were not found on`
    const text = `${rows.length > 0 ? renderTable(rows) : 'no rule explains more than chance'}

${rows.length} rules explain ${percent(agreement)} of ${answers} answers${leftOut}.
To learn from the share of them that is kept: rapref train sac task=${config.task} method=linear-reward ranking.beta=1 \\
  "order=[${order.map((rule) => `'${rule}'`).join(', ')}]"`
    return { document, text }
  },
})

const percent = (share: number) => `${Math.round(share * 100)}%`
