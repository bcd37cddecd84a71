// Minari's layout: main_data.hdf5 with a group for each episode, and metadata.json with the spaces. T + 1 observations and
// infos, T of everything else. https://minari.farama.org/content/dataset_standards/

import { UserError } from '../../errors/user-error.ts'
import type { OfflineDataset, OfflineEpisode } from '../offline-dataset.ts'
import { aboutText } from './about.ts'
import { type ArrayFile, type ArraySource, column, type NamedArray, table } from './array-file.ts'
import { termColumn } from './flat.ts'
import type { DatasetFormat, ReadEpisodes } from './format.ts'
import { expectRows, namesOf, noSuccess, termNamesOf } from './named-episode.ts'

export const minari: DatasetFormat = { id: 'minari', encode, decode }

/** Of Minari, whose files these are like. */
const VERSION = '0.5.4'
const MEGABYTE = 1_000_000

function encode(dataset: OfflineDataset): ArrayFile {
  const groups = dataset.episodes.map((episode, index) => [`episode_${index}`, episode, index] as const)
  return {
    arrays: Object.fromEntries(groups.flatMap(([path, episode]) => episodeArrays(path, episode, dataset))),
    attributes: Object.fromEntries(
      groups.map(([path, { steps, seed, part }, id]) => {
        return [path, { id, total_steps: steps, ...(seed === undefined ? {} : { seed }), part }]
      }),
    ),
    about: aboutText(dataset),
  }
}

function episodeArrays(path: string, episode: OfflineEpisode, width: OfflineDataset): [string, NamedArray][] {
  const { steps, observations, actions, rewards, success, ending } = episode
  const { observationSize, actionSize, termNames } = width
  const atEnd = (flag: boolean) => column(Uint8Array.from({ length: steps }, (_, s) => Number(flag && s === steps - 1)))
  const terms = termNames.map((name, term): [string, NamedArray] => {
    return [`${path}/infos/terms/${name}`, column(afterReset(termColumn(episode, term, termNames.length)))]
  })
  return [
    [`${path}/observations`, table(observations, observationSize)],
    [`${path}/actions`, table(actions, actionSize)],
    [`${path}/rewards`, column(rewards)],
    [`${path}/terminations`, atEnd(ending === 'terminal')],
    [`${path}/truncations`, atEnd(ending === 'time-limit')],
    [`${path}/infos/success`, column(Uint8Array.from(afterReset(success)))],
    ...terms,
  ]
}

/** What a reset says comes first: nothing has happened yet. */
function afterReset(values: ArrayLike<number>): Float32Array {
  const all = new Float32Array(values.length + 1)
  all.set(values, 1)
  return all
}

export interface Bounds {
  readonly low: Float32Array
  readonly high: Float32Array
}

/** The text of metadata.json. @param bytes of main_data.hdf5 */
export function minariMetadata(
  { task, options, episodes }: OfflineDataset,
  { observation, action, bytes, id }: { observation: Bounds; action: Bounds; bytes: number; id: string },
): string {
  const metadata = {
    dataset_id: id,
    total_episodes: episodes.length,
    total_steps: episodes.reduce((sum, { steps }) => sum + steps, 0),
    data_format: 'hdf5',
    observation_space: box(observation),
    action_space: box(action),
    jpeg_encoding: false,
    minari_version: VERSION,
    algorithm_name: [...new Set(episodes.map(({ part }) => part))].join(', '),
    description: `${task} of rapref, ${JSON.stringify(options)}`,
    dataset_size: Math.round((bytes / MEGABYTE) * 10) / 10,
  }
  return `${JSON.stringify(metadata, null, 2)}\n`
}

/** A space as JSON in a text. Python reads Infinity, which JSON.stringify would make null. */
function box({ low, high }: Bounds): string {
  const numbers = (values: Float32Array) => `[${[...values].join(', ')}]`
  return `{"type": "Box", "dtype": "float32", "shape": [${low.length}], "low": ${numbers(low)}, "high": ${numbers(high)}}`
}

function decode(source: ArraySource): ReadEpisodes {
  const groups = source
    .names('/')
    .filter((name) => name.startsWith('episode_'))
    .sort((one, other) => Number(one.slice('episode_'.length)) - Number(other.slice('episode_'.length)))
  const names = namesOf(source, groups.length)
  const first = groups[0]!
  if (source.names(`${first}/observations`).length > 0) {
    throw new UserError(`${source.path}: ${first}/observations is a group of several, expected one array of vectors`)
  }
  const infos = source.has(`${first}/infos/success`)
  const termNames = termNamesOf(source, `${first}/infos/terms`)
  const episodes = groups.map((group, index): OfflineEpisode => {
    const named = names.of(index)
    const seed = named.seed ?? numberIn(source.attribute(group, 'seed'))
    const part = names.about === undefined ? textIn(source.attribute(group, 'part')) : undefined
    return { ...named, seed, part: part ?? named.part, ...episodeOf(source, group, { infos, termNames }) }
  })
  return {
    observationSize: source.floats(`${first}/observations`).columns,
    actionSize: source.floats(`${first}/actions`).columns,
    ...{ termNames, episodes },
    notes: infos ? [] : [noSuccess],
  }
}

function numberIn(found: string | number | undefined): number | undefined {
  return typeof found === 'number' ? found : undefined
}

function textIn(found: string | number | undefined): string | undefined {
  return typeof found === 'string' ? found : undefined
}

interface Infos {
  readonly infos: boolean
  readonly termNames: readonly string[]
}

function episodeOf(source: ArraySource, group: string, { infos, termNames }: Infos) {
  const rewards = source.floats(`${group}/rewards`, 1)
  const steps = rewards.rows
  const read = (name: string, rows: number, columns?: number) => {
    const found = source.floats(`${group}/${name}`, columns)
    expectRows(source, `${group}/${name}`, found.rows, rows)
    return found.values
  }
  const terms = termNames.map((name) => read(`infos/terms/${name}`, steps + 1, 1))
  const ending = read('terminations', steps, 1)[steps - 1] === 1 ? 'terminal' : 'time-limit'
  read('truncations', steps, 1)
  return {
    steps,
    observations: read('observations', steps + 1),
    actions: read('actions', steps),
    rewards: rewards.values,
    success: infos ? Uint8Array.from(read('infos/success', steps + 1, 1).subarray(1)) : new Uint8Array(steps),
    terms: Float32Array.from({ length: steps * terms.length }, (_, at) => {
      return terms[at % terms.length]![1 + Math.floor(at / terms.length)]!
    }),
    ending,
  } as const
}
