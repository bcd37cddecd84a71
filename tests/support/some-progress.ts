// A progress event for tests of whatever shows it.

import type { Progress } from '../../viewer/protocol/run.ts'

export const someProgress: Progress = {
  phase: 'learning',
  steps: 412_000,
  stepBudget: 1_500_000,
  stepsPerSecond: 8212.4,
  labels: 250,
  labelBudget: 500,
  rewardAccuracy: 0.934,
  success: 0.84,
  secondsLeft: 80,
}
