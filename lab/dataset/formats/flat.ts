// D4RL's layout: all steps end to end, episodes ended by `terminals` or `timeouts`. As HDF5 it is a D4RL file; as npz it is
// the dictionary that D4RL's loaders make of one. (Fu et al. 2020)

import { UserError } from '../../errors/user-error.ts'
import { type OfflineDataset, type OfflineEpisode, transitionsOf } from '../offline-dataset.ts'
import { aboutText } from './about.ts'
import { type ArrayFile, type ArraySource, column, type NamedArray, table } from './array-file.ts'
import type { DatasetFormat, ReadEpisodes } from './format.ts'
import { expectRows, namesOf, noSuccess, termNamesOf } from './named-episode.ts'

export const flat: DatasetFormat = { id: 'd4rl', encode, decode }

function encode(dataset: OfflineDataset): ArrayFile {
  const { observationSize, actionSize, termNames, episodes } = dataset
  const { observations, actions, rewards, nextObservations, count } = transitionsOf(dataset)
  const ends = (ending: OfflineEpisode['ending']) => column(Uint8Array.from(endFlags(episodes, ending)))
  const terms = termNames.map((name, term): [string, NamedArray] => {
    const values = episodes.flatMap((episode) => [...termColumn(episode, term, termNames.length)])
    return [`infos/terms/${name}`, column(Float32Array.from(values))]
  })
  const success = new Uint8Array(count)
  let row = 0
  for (const episode of episodes) {
    success.set(episode.success, row)
    row += episode.steps
  }
  return {
    arrays: {
      observations: table(observations, observationSize),
      actions: table(actions, actionSize),
      rewards: column(rewards),
      terminals: ends('terminal'),
      timeouts: ends('time-limit'),
      next_observations: table(nextObservations, observationSize),
      'infos/success': column(success),
      ...Object.fromEntries(terms),
    },
    about: aboutText(dataset),
  }
}

function* endFlags(episodes: readonly OfflineEpisode[], wanted: OfflineEpisode['ending']): Generator<number> {
  for (const { steps, ending } of episodes) {
    for (let step = 1; step <= steps; step++) yield step === steps && ending === wanted ? 1 : 0
  }
}

/** One term over an episode's steps. */
export function termColumn({ steps, terms }: OfflineEpisode, term: number, names: number): Float32Array {
  return Float32Array.from({ length: steps }, (_, step) => terms[step * names + term]!)
}

interface FlatArrays {
  readonly count: number
  readonly observationSize: number
  readonly actionSize: number
  readonly observations: Float32Array
  readonly actions: Float32Array
  readonly rewards: Float32Array
  readonly terminals: Float32Array
  readonly timeouts: Float32Array
  /** Undefined where the file has none: then nobody knows what an episode's last action led to. */
  readonly next: Float32Array | undefined
  readonly success: Float32Array | undefined
  readonly termNames: readonly string[]
  readonly terms: readonly Float32Array[]
}

function decode(source: ArraySource): ReadEpisodes {
  const flat = readArrays(source)
  const { observationSize, actionSize, termNames, next, success } = flat
  const bounds = boundsOf(flat)
  const names = namesOf(source, bounds.length)
  const episodes = bounds.flatMap((bound, index) => {
    const episode = episodeOf(flat, bound)
    return episode.steps === 0 ? [] : [{ ...names.of(index), ...episode }]
  })
  if (episodes.length === 0) throw new UserError(`${source.path}: no episode has two steps, expected at least one`)
  const notes = [
    ...(success === undefined ? [noSuccess] : []),
    ...(next === undefined
      ? ['without next_observations, the last step of each episode led nowhere and is left out']
      : []),
  ]
  return { observationSize, actionSize, termNames, episodes, notes }
}

function readArrays(source: ArraySource): FlatArrays {
  const observations = source.floats('observations')
  const actions = source.floats('actions')
  const count = observations.rows
  const read = (name: string, columns: number) => {
    const { rows, values } = source.floats(name, columns)
    expectRows(source, name, rows, count)
    return values
  }
  const optional = (name: string, columns: number) => (source.has(name) ? read(name, columns) : undefined)
  expectRows(source, 'actions', actions.rows, count)
  const termNames = termNamesOf(source, 'infos/terms')
  return {
    count,
    ...{ observationSize: observations.columns, observations: observations.values },
    ...{ actionSize: actions.columns, actions: actions.values },
    rewards: read('rewards', 1),
    terminals: read('terminals', 1),
    timeouts: read('timeouts', 1),
    next: optional('next_observations', observations.columns),
    success: optional('infos/success', 1),
    termNames,
    terms: termNames.map((name) => read(`infos/terms/${name}`, 1)),
  }
}

interface Bound {
  readonly first: number
  /** Behind the last row. */
  readonly end: number
}

function boundsOf({ count, terminals, timeouts }: FlatArrays): Bound[] {
  const bounds: Bound[] = []
  let first = 0
  for (let row = 0; row < count; row++) {
    if (terminals[row] === 0 && timeouts[row] === 0 && row < count - 1) continue
    bounds.push({ first, end: row + 1 })
    first = row + 1
  }
  return bounds
}

type Numbers = Omit<OfflineEpisode, 'id' | 'part' | 'seed' | 'hash'>

function episodeOf(flat: FlatArrays, { first, end }: Bound): Numbers {
  const { observationSize: width, actionSize, next, termNames, terms, terminals } = flat
  const last = next === undefined ? end - 1 : end
  const steps = last - first
  const observations = new Float32Array((steps + 1) * width)
  observations.set(flat.observations.subarray(first * width, end * width))
  if (next !== undefined) observations.set(next.subarray((end - 1) * width, end * width), steps * width)
  return {
    steps,
    observations,
    actions: flat.actions.slice(first * actionSize, last * actionSize),
    rewards: flat.rewards.slice(first, last),
    success: Uint8Array.from({ length: steps }, (_, step) => flat.success?.[first + step] ?? 0),
    terms: Float32Array.from({ length: steps * termNames.length }, (_, at) => {
      return terms[at % termNames.length]![first + Math.floor(at / termNames.length)]!
    }),
    ending: next !== undefined && terminals[end - 1] === 1 ? 'terminal' : 'time-limit',
  }
}
