// Whether a task could have played what a file holds.

import type { BoxSpace } from '../../../envs/contract.ts'
import { UserError } from '../../errors/user-error.ts'
import { checkEpisode } from '../check-episode.ts'
import type { OfflineDataset, OfflineEpisode } from '../offline-dataset.ts'

export interface TaskFit {
  /** Of the file, for errors. */
  readonly path: string
  readonly task: string
  readonly observationSize: number
  readonly actionSpace: BoxSpace
}

type Found = Pick<OfflineDataset, 'observationSize' | 'actionSize' | 'termNames' | 'episodes'>

/** @throws UserError naming what has another width, is no finite number or lies outside the action space */
export function checkFits(found: Found, fit: TaskFit): void {
  const { path, task, observationSize, actionSpace } = fit
  checkWidth({ path, task }, ['actions', found.actionSize, actionSpace.low.length])
  checkWidth({ path, task }, ['observations', found.observationSize, observationSize])
  const seen = new Set<string>()
  for (const episode of found.episodes) {
    try {
      checkEpisode(episode, found)
    } catch (error) {
      if (error instanceof UserError) throw new UserError(`${path}: ${error.message}`)
      throw error
    }
    if (seen.has(episode.id)) throw new UserError(`${path}: found episode ${episode.id} twice, expected each once`)
    seen.add(episode.id)
    checkActions(episode, fit)
  }
}

type Named = readonly [what: string, found: number, expected: number]

function checkWidth({ path, task }: Pick<TaskFit, 'path' | 'task'>, [what, found, expected]: Named): void {
  if (found === expected) return
  throw new UserError(
    `${path}: found ${what} of ${found} numbers, expected ${expected} as in ${task}; is --task right?`,
  )
}

function checkActions({ id, actions }: OfflineEpisode, { path, actionSpace: { low, high } }: TaskFit): void {
  const at = actions.findIndex((value, index) => value < low[index % low.length]! || value > high[index % low.length]!)
  if (at < 0) return
  const [step, column] = [Math.floor(at / low.length), at % low.length]
  throw new UserError(
    `${path}: episode ${id} has the action ${actions[at]} at step ${step}, expected ${low[column]} to ${high[column]}; ` +
      'scale or clip actions before you import them',
  )
}
