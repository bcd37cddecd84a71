// What has to fit together in an episode before it is written or learned from.

import { UserError } from '../errors/user-error.ts'
import type { OfflineDataset, OfflineEpisode } from './offline-dataset.ts'

export type EpisodeWidth = Pick<OfflineDataset, 'observationSize' | 'actionSize' | 'termNames'>

/** @throws UserError naming the episode, the array, and the step where it is no finite number */
export function checkEpisode(episode: OfflineEpisode, { observationSize, actionSize, termNames }: EpisodeWidth): void {
  const { id, steps, observations, actions, rewards, terms, success } = episode
  if (steps < 1) throw new UserError(`episode ${id} is empty, expected at least one step`)
  const arrays = [
    { name: 'observations', values: observations, columns: observationSize, rows: steps + 1 },
    { name: 'actions', values: actions, columns: actionSize, rows: steps },
    { name: 'rewards', values: rewards, columns: 1, rows: steps },
    { name: 'terms', values: terms, columns: termNames.length, rows: steps },
    { name: 'success', values: success, columns: 1, rows: steps },
  ]
  for (const { name, values, columns, rows } of arrays) {
    if (values.length !== rows * columns) {
      throw new UserError(`episode ${id} has ${values.length} ${name}, expected ${rows} x ${columns}`)
    }
    const wrong = values.findIndex((value: number) => !Number.isFinite(value))
    if (wrong < 0) continue
    throw new UserError(
      `episode ${id}: ${name} is ${values[wrong]} at step ${Math.floor(wrong / columns)}, expected a finite number`,
    )
  }
}
