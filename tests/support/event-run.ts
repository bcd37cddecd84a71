// A few metrics and when they came: what tests/golden/tensorboard.events was written from.

import type { Metric } from '../../lab/run/metrics.ts'

export const eventMetrics: readonly Metric[] = [
  { kind: 'begin', task: 'push', method: 'pebble', seed: 7 },
  { kind: 'reward', steps: 800, labels: 4, loss: 0.6875, accuracy: 0.75, heldOutAccuracy: null },
  { kind: 'point', curve: 'labels', steps: 800, value: 4 },
  {
    ...{ kind: 'evaluation', steps: 1600, seconds: 2.5, labels: 8, success: 0.5, successInterval: [0.2, 0.8] },
    ...{ successLast: 0.25, return: 321.5 },
  },
  { kind: 'correlation', steps: 3_000_000_000, spearman: -0.125, learned: [0], true: [1] },
  { kind: 'end', outcome: 'finished' },
]

export const eventConfiguration = 'task: push\nseed: 7 # größer\n'

/** Milliseconds since 1970, a second later at each call. */
export function eventClock(): () => number {
  let now = 1_800_000_000_000
  return () => {
    now += 1000
    return now
  }
}
