// What a run is about to do, in a few lines, before it does it.

import { usableExecutors } from '../../agents/tensor/executors/choose.ts'
import type { Config } from '../config/schema.ts'
import { durationWords } from '../reporter/words.ts'
import { estimate } from '../training/estimate.ts'

/** Lines for a person, each as soon as it is known: the last takes a timing probe. */
export async function* describePlan(config: Config): AsyncGenerator<string> {
  const { task, method, teacher, labels, steps, minutes, evaluation, device } = config
  const executors = usableExecutors().map(({ id }) => id)
  const used = device === 'auto' ? executors[0] : device
  const count = (value: number) => value.toLocaleString('en-US')
  yield `${method} learns ${task} from at most ${count(labels)} answers of the ${teacher} teacher; no reward of the task reaches it`
  yield `budget: ${count(steps)} environment steps, ${minutes} min; then ${evaluation.episodes} episodes on held-out seeds`
  yield `computes on ${used} (works here: ${executors.join(', ')}; more: rapref doctor)`
  const { stepsPerSecond, secondsAtMost } = await estimate(config)
  const rate = `${count(Math.round(stepsPerSecond))} steps/s`
  yield `from a timing probe: ${rate}, so at most ${durationWords(secondsAtMost)}, less when it has learned before`
}
