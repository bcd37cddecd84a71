// rapref stats: how algorithms compare, from a table of scores that anybody made.

import { UserError } from '../errors/user-error.ts'
import type { Comparison } from '../statistics/compare.ts'
import type { Interval } from '../statistics/wilson.ts'
import { defineCommand } from './command.ts'
import { renderTable } from './table.ts'

const improvementKey = 'probabilityOfImprovement'

export const stats = defineCommand({
  name: 'stats',
  summary: 'Compare algorithms by their scores: interquartile mean, profile, probability of improvement',
  example: 'rapref stats scores.json --json',
  words: { usage: '<file.json>', least: 1, most: 1 },
  options: {
    enough: { kind: 'text', value: '<score>', describe: 'Score beyond which the optimality gap counts nothing (1)' },
    thresholds: { kind: 'text', value: '<a,b,...>', describe: 'Scores at which to read performance profiles (none)' },
    resamples: { kind: 'integer', value: '<n>', range: [100, 1_000_000], describe: 'Draws of the bootstrap (2000)' },
    seed: { kind: 'integer', value: '<n>', range: [0, 2 ** 32], describe: 'Of those draws (1)' },
  },
  details:
    async () => `The file: { "algorithm": [[0.9, 0.2], [1, 0.4]], ... }, a row for each run and in it a number for each task, the
same tasks for every algorithm. Intervals are 95%, from a bootstrap that draws runs within each task. --json adds to
every algorithm's numbers "${improvementKey}": { "a": { "b": { "probability", "interval" } } }, that a run of
a beats a run of b.`,

  async run({ words: [path = ''], options: { enough = '1', thresholds = '', resamples = 2000, seed = 1 } }) {
    const { readText } = await import('../files/read-text.ts')
    const { compare } = await import('../statistics/compare.ts')
    const { parseScoreTables } = await import('../statistics/score-tables.ts')
    const tables = parseScoreTables(readText(path), path)
    if (tables.has(improvementKey)) {
      throw new UserError(`an algorithm is named "${improvementKey}", as a part of the answer is; give it another name`)
    }
    const comparison = compare(tables, {
      ...{ seed, resamples },
      enough: readNumber('enough', enough),
      thresholds: thresholds === '' ? [] : thresholds.split(',').map((each) => readNumber('thresholds', each)),
    })
    return { document: documentOf(comparison), text: textOf(comparison) }
  },
})

function readNumber(option: string, text: string): number {
  const value = Number(text)
  if (text.trim() !== '' && Number.isFinite(value)) return value
  throw new UserError(`--${option} holds "${text}"; expected a number, such as 0.9`)
}

function documentOf({ algorithms, improvements }: Comparison) {
  const pairs = [...improvements].map(([name, others]) => [name, Object.fromEntries(others)] as const)
  return { ...Object.fromEntries(algorithms), [improvementKey]: Object.fromEntries(pairs) }
}

function textOf({ algorithms, improvements }: Comparison): string {
  const rows = [...algorithms].map(([algorithm, found]) => ({
    algorithm,
    'interquartile mean': estimate(found.iqm, found.iqmInterval),
    mean: estimate(found.mean, found.meanInterval),
    median: estimate(found.median, found.medianInterval),
    'optimality gap': estimate(found.optimalityGap, found.optimalityGapInterval),
    scores: found.scores,
    tasks: found.tasks,
  }))
  const pairs = [...improvements].flatMap(([better, others]) =>
    [...others].map(([than, { probability, interval }]) => ({
      better,
      than,
      probability: estimate(probability, interval),
    })),
  )
  return [renderTable(rows), ...(pairs.length > 0 ? [renderTable(pairs)] : [])].join('\n\n')
}

function estimate(value: number, [low, high]: Interval): string {
  return `${value.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`
}
