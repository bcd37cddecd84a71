// The parts of a progress event as words. What is not known yet has no words.

import type { Progress } from '../../viewer/protocol/run.ts'
import { countWords, durationWords, percentWords } from './words.ts'

export interface ProgressWords {
  /** Share of the budget that is used, where there is one. */
  readonly done: number | undefined
  readonly steps: string
  readonly labels: string | undefined
  readonly accuracy: string | undefined
  readonly success: string | undefined
  readonly left: string | undefined
}

export function progressWords(progress: Progress): ProgressWords {
  const { steps, stepBudget, stepsPerSecond, labels, labelBudget, rewardAccuracy, success, secondsLeft } = progress
  const of = stepBudget === null ? '' : ` of ${countWords(stepBudget)}`
  const rate = stepsPerSecond === null ? '' : `, ${countWords(stepsPerSecond)}/s`
  return {
    done: stepBudget === null ? undefined : Math.min(1, steps / stepBudget),
    steps: `${countWords(steps)}${of} steps${rate}`,
    labels: labelBudget === 0 ? undefined : `${countWords(labels)} of ${countWords(labelBudget)} labels`,
    accuracy: rewardAccuracy === null ? undefined : `reward accuracy ${percentWords(rewardAccuracy)}`,
    success: success === null ? undefined : `success ${percentWords(success)}`,
    left: secondsLeft === null ? undefined : `${durationWords(secondsLeft)} left`,
  }
}
