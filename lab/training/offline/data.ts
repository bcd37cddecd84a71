// The episodes that an offline run learns from: read from a dataset, or played for this run alone by a mix of behaviours.

import type { Config } from '../../config/schema.ts'
import { parseMix } from '../../dataset/mix.ts'
import type { OfflineDataset, OfflineEpisode } from '../../dataset/offline-dataset.ts'
import { playAll } from '../../dataset/players/play-all.ts'
import type { Assignment } from '../../dataset/players/player.ts'
import { readDataset } from '../../dataset/read-dataset.ts'
import { UserError } from '../../errors/user-error.ts'
import { stepsOf, taskWidths, worldOptions } from '../worlds.ts'

export interface DataRequest {
  readonly task: string
  /** Of a dataset; played where it is empty. */
  readonly path: string
  readonly config: Config
  /** Starts of played episodes. */
  seedOf(episode: number): number
}

/** Of parts of a mix that do not say. */
const EPISODES = 20

/** @returns episodes named after their task. @throws UserError where a dataset does not fit the run */
export async function dataOf(request: DataRequest): Promise<OfflineDataset> {
  const data = request.path === '' ? await playMix(request) : await readFitting(request)
  return { ...data, episodes: data.episodes.map((episode) => ({ ...episode, id: `${request.task}-${episode.id}` })) }
}

async function playMix({ task, config, seedOf }: DataRequest): Promise<OfflineDataset> {
  const options = worldOptions(config)
  const parts = parseMix(config.pearl.mix, EPISODES)
  const jobs = parts.flatMap((part) => {
    const assignment: Assignment = { task, options, part, clips: false }
    return Array.from({ length: part.episodes }, () => assignment)
  })
  const episodes: OfflineEpisode[] = []
  await playAll({
    jobs: jobs.map((assignment, index) => ({ assignment, seed: seedOf(index) })),
    threads: 1,
    signal: new AbortController().signal,
    played: async (_, { episode }) => {
      episodes.push(episode)
    },
  })
  return {
    path: '',
    ...{ task, options, episodes, ...(await taskWidths(task)) },
    engine: undefined,
    parts: parts.map(({ name }) => name),
  }
}

async function readFitting({ task, path, config }: DataRequest): Promise<OfflineDataset> {
  const data = await readDataset(path)
  if (data.task !== task) throw new UserError(`${path} is a dataset of ${data.task}, expected one of ${task}`)
  const { actionRepeat } = data.options
  if (actionRepeat !== config.actionRepeat) {
    throw new UserError(`${path} holds actions for ${actionRepeat} steps; type actionRepeat=${actionRepeat}`)
  }
  const steps = stepsOf(config)
  const other = data.episodes.find((episode) => episode.steps !== steps)
  if (!other) return data
  throw new UserError(
    `episode ${other.id} of ${path} has ${other.steps} decisions, and the run's have ${steps}; ` +
      `type horizon=${other.steps * actionRepeat}, where all episodes are that long`,
  )
}
