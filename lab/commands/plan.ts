// What a run is about to do, in a few lines, before it does it.

import { usableExecutors } from '../../agents/tensor/executors/choose.ts'
import type { Config } from '../config/schema.ts'
import { durationWords } from '../reporter/words.ts'
import { estimate } from '../training/estimate.ts'

/** @returns lines for a person. */
export async function describePlan(config: Config): Promise<string[]> {
  const { task, method, teacher, labels, steps, minutes, evaluation, device } = config
  const executors = usableExecutors().map(({ id }) => id)
  const used = device === 'auto' ? executors[0] : device
  const { stepsPerSecond, secondsAtMost } = await estimate(config)
  const count = (value: number) => value.toLocaleString('en-US')
  return [
    `${method} learns ${task} from at most ${count(labels)} answers of the ${teacher} teacher; no reward of the task reaches it`,
    `budget: ${count(steps)} environment steps, ${minutes} min; then ${evaluation.episodes} episodes on held-out seeds`,
    `from a timing probe: ${count(Math.round(stepsPerSecond))} steps/s, so at most ${durationWords(secondsAtMost)}, less when it has learned before`,
    `computes on ${used} (works here: ${executors.join(', ')}; more: rapref doctor)`,
  ]
}
