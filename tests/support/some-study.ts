// Run folders with made-up but plausible measurements, for tests of what compares them: each as a real run leaves it.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderConfig } from '../../lab/config/render.ts'
import { type Config, configSchema } from '../../lab/config/schema.ts'
import type { Metric } from '../../lab/run/metrics.ts'
import { wilsonInterval } from '../../lab/statistics/wilson.ts'
import { randomStream } from '../../sim/random.ts'
import { someRun } from './some-run.ts'

export interface SomeRunOptions {
  readonly name: string
  readonly settings: Readonly<Record<string, unknown>>
  /** Steps at which success is a half. */
  readonly half: number
  /** Success that it comes to. */
  readonly ceiling: number
  /** Default finished. */
  readonly ends?: 'finished' | 'failed' | 'killed'
}

/** Writes a run folder, and returns its path. */
export function writeSomeRun(
  folder: string,
  { name, settings, half, ceiling, ends = 'finished' }: SomeRunOptions,
): string {
  const path = join(folder, name)
  const config = configSchema.parse(settings)
  const { task, method, seed } = config
  mkdirSync(join(path, 'recordings'), { recursive: true })
  writeFileSync(join(path, 'config.yaml'), renderConfig(config, 'preset quickstart'))
  writeFileSync(join(path, 'meta.json'), JSON.stringify({ ...someRun().meta, task, method, seed }))
  const metrics = someMetrics(config, { path, half, ceiling, ends })
  writeFileSync(join(path, 'metrics.jsonl'), metrics.map((metric) => `${JSON.stringify(metric)}\n`).join(''))
  return path
}

function someMetrics(
  config: Config,
  {
    path,
    half,
    ceiling,
    ends,
  }: Required<Pick<SomeRunOptions, 'half' | 'ceiling' | 'ends'>> & { readonly path: string },
): Metric[] {
  const { task, method, seed } = config
  const random = randomStream(seed, path.split('/').at(-1)!)
  const late = half * random.uniform(0.8, 1.3)
  const best = Math.min(1, ceiling * random.uniform(0.92, 1.05))
  const evaluations = Array.from({ length: 12 }, (_, i): Metric => {
    const steps = (i + 1) * 25_000
    const rate = best / (1 + Math.exp((late - steps) / (0.15 * late)))
    const successes = Math.round(10 * Math.min(1, Math.max(0, rate + 0.08 * random.normal())))
    return {
      ...{ kind: 'evaluation', steps, seconds: steps / 4000, labels: Math.min(500, 25 * (i + 2)) },
      ...{ success: successes / 10, successInterval: [...wilsonInterval(successes, 10)] as [number, number] },
      ...{ successLast: successes / 10, return: 2000 * rate },
    }
  })
  const begin: Metric = { kind: 'begin', task, method, seed }
  if (ends === 'killed') return [begin, ...evaluations.slice(0, 3)]
  if (ends === 'failed') {
    return [
      begin,
      ...evaluations.slice(0, 2),
      { kind: 'end', outcome: 'failed', note: 'the loss is no number after 60000 steps' },
    ]
  }
  const successes = Math.round(50 * Math.min(1, Math.max(0, best)))
  return [
    begin,
    ...evaluations,
    {
      ...{
        kind: 'final',
        run: path,
        task,
        method,
        seed,
        labels: 325,
        steps: 300_000,
        minutes: 1.5 + random.uniform(0, 1),
      },
      ...{ success: successes / 50, successInterval: [...wilsonInterval(successes, 50)] as [number, number] },
      ...{ rewardSpearman: 0.8, heldOutLabelAccuracy: 0.9 },
    },
    { kind: 'end', outcome: 'finished' },
  ]
}

/** Three teachers, three tasks and five seeds; one run failed and one was killed. */
export function writeSomeStudy(folder: string): void {
  const teachers = [
    ['oracle', 90_000, 0.98],
    ['noisy', 130_000, 0.85],
    ['mistake', 170_000, 0.6],
  ] as const
  const tasks = [
    ['button-press', 0.7],
    ['drawer-open', 1],
    ['push', 1.5],
  ] as const
  for (const [teacher, half, ceiling] of teachers) {
    for (const [task, harder] of tasks) {
      for (const seed of [1, 2, 3, 4, 5]) {
        const name = `${teacher}-${task}-${seed}`
        const ends = name === 'noisy-push-2' ? 'failed' : name === 'mistake-push-5' ? 'killed' : 'finished'
        writeSomeRun(folder, { name, settings: { teacher, task, seed }, half: half * harder, ceiling, ends })
      }
    }
  }
}
