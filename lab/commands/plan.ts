// What a run is about to do, in a few lines, before it does it.

import { chooseExecutor } from '../../agents/tensor/executors/choose.ts'
import type { Config } from '../config/schema.ts'
import { asksPerson } from '../config/teachers.ts'
import { methodNamed } from '../methods/methods.ts'
import { durationWords } from '../reporter/words.ts'
import { estimate } from '../training/estimate.ts'

/** Lines for a person, each as soon as it is known: the last takes a timing probe. */
export async function* describePlan(config: Config): AsyncGenerator<string> {
  const { task, method, learner, labels, steps, minutes, evaluation, device } = config
  const { id } = await chooseExecutor(device)
  const chosen = device === 'auto' ? ', the fastest that works here' : ''
  const count = (value: number) => value.toLocaleString('en-US')
  const wants =
    methodNamed(method).reward === 'true'
      ? ownReward(config)
      : `at most ${count(labels)} answers of ${answerers(config)}; no reward of the task reaches it`
  yield `${method} learns ${task} with ${learner} from ${wants}`
  yield `budget: ${count(steps)} environment steps, ${minutes} min; then ${evaluation.episodes} episodes on held-out seeds`
  yield `computes on ${id}${chosen} (rapref doctor tells of the others)`
  const { stepsPerSecond, secondsAtMost } = await estimate(config)
  const rate = `${count(Math.round(stepsPerSecond))} steps/s`
  yield `from a timing probe: ${rate}, so at most ${durationWords(secondsAtMost)}, less when it has learned before`
}

function ownReward({ method, ranking }: Config): string {
  return methodNamed(method).ranks ? `a weighted sum of ranked factors, beta ${ranking.beta}` : "the task's own reward"
}

function answerers(config: Config): string {
  if (!asksPerson(config)) return `the ${config.teacher} teacher`
  const { helper } = config.person
  return helper === 'none' ? 'people at the page' : `people at the page and of the ${helper} teacher`
}
