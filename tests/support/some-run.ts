// A run as it is read back from its folder, with made-up but plausible measurements, for tests of what shows it.

import { configSchema } from '../../lab/config/schema.ts'
import type { RunRecord } from '../../lab/run/read-run.ts'
import { wilsonInterval } from '../../lab/statistics/wilson.ts'
import { randomStream } from '../../sim/random.ts'

export function someRun(): RunRecord {
  const random = randomStream(1, 'some-run')
  const config = configSchema.parse({ seed: 7, horizon: 200, actionRepeat: 2, physics: 'fast', reward: { width: 32 } })
  const evaluations = Array.from({ length: 16 }, (_, i) => {
    const successes = Math.round(50 / (1 + Math.exp(6 - i)))
    return {
      kind: 'evaluation' as const,
      steps: (i + 1) * 60_000,
      seconds: (i + 1) * 9,
      labels: Math.min(500, 25 + i * 32),
      success: successes / 50,
      successInterval: [...wilsonInterval(successes, 50)] as [number, number],
      successLast: Math.max(0, successes / 50 - 0.06),
      return: 240 + 1400 / (1 + Math.exp(6 - i)) + random.uniform(-40, 40),
    }
  })
  const rewards = evaluations.map(({ steps, labels }, i) => ({
    kind: 'reward' as const,
    steps,
    labels,
    loss: 0.6 / (i + 1),
    accuracy: 0.9 + 0.006 * i,
    heldOutAccuracy: i === 0 ? null : 0.74 + 0.012 * i + random.uniform(-0.02, 0.02),
    reliability: [0.55, 0.65, 0.75, 0.85, 0.97].map((predicted, bin) => ({
      ...{ low: 0.5 + 0.1 * bin, high: 0.6 + 0.1 * bin, count: 6 + bin },
      ...{ predicted, observed: predicted - 0.08 },
    })),
  }))
  const truth = Array.from({ length: 600 }, () => random.uniform(0, 10))
  const correlations = evaluations.map(({ steps }, i) => ({
    kind: 'correlation' as const,
    steps,
    spearman: 0.1 + 0.05 * i,
    learned: truth.map((value) => value / 5 - 1 + 0.35 * random.normal()),
    true: truth,
  }))
  return {
    name: 'first',
    path: 'runs/first',
    config,
    meta: {
      task: 'drawer-open',
      method: 'pebble',
      seed: 7,
      version: '0.1.0',
      commit: '0123456789ab',
      engine: 'rapier3d-simd-compat 0.20.0',
      executors: ['cpu', 'eager'],
      node: 'v20.20.2',
      machine: { system: 'linux x64', processor: 'Some <Processor> & more', cores: 2, memoryGiB: 24 },
      started: '2026-11-23T14:00:00.000Z',
      command: 'rapref train quickstart seed=7',
      source: 'preset quickstart',
    },
    measured: {
      evaluations,
      rewards,
      correlations,
      final: {
        kind: 'final',
        run: 'runs/first',
        task: 'drawer-open',
        method: 'pebble',
        seed: 7,
        labels: 500,
        steps: 960_000,
        minutes: 2.4,
        success: 0.96,
        successInterval: [...wilsonInterval(48, 50)] as [number, number],
        rewardSpearman: 0.85,
        heldOutLabelAccuracy: 0.93,
      },
    },
  }
}
