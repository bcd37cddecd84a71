// A run as a page hears of it, for tests of what lists runs.

import type { RunSummary } from '../../viewer/protocol/run.ts'

export function someSummary(of: Partial<RunSummary> = {}): RunSummary {
  return {
    id: 'a',
    task: 'reach',
    method: 'pebble',
    seed: 1,
    state: 'finished',
    started: 0,
    changed: 0,
    settings: {},
    scores: null,
    note: null,
    ...of,
  }
}

export function someScores(success: number | null) {
  return { steps: 1000, labels: 100, minutes: 2, success, rewardAccuracy: 0.8, rewardSpearman: null }
}
