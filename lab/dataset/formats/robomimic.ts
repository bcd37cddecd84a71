// Robomimic's layout: `/data/demo_<i>` with actions, rewards, dones, obs and next_obs, and `/mask/<key>` with lists of
// demonstrations, one for each part of the mix. (Mandlekar et al. 2021)

import { UserError } from '../../errors/user-error.ts'
import type { OfflineDataset, OfflineEpisode } from '../offline-dataset.ts'
import { aboutText } from './about.ts'
import { type ArrayFile, type ArraySource, column, type NamedArray, table } from './array-file.ts'
import { termColumn } from './flat.ts'
import type { DatasetFormat, ReadEpisodes } from './format.ts'
import { expectRows, namesOf, noSuccess, termNamesOf } from './named-episode.ts'

export const robomimic: DatasetFormat = { id: 'robomimic', encode, decode }

/** Robomimic's own name for an observation that is one vector. */
const OBSERVATION = 'flat'
/** Robomimic's number for environments with Gym's interface. */
const GYM = 2

function encode(dataset: OfflineDataset): ArrayFile {
  const { task, options, episodes, parts } = dataset
  const total = episodes.reduce((sum, { steps }) => sum + steps, 0)
  const demos = episodes.map((episode, index) => [`data/demo_${index}`, episode] as const)
  return {
    arrays: {
      ...Object.fromEntries(demos.flatMap(([path, episode]) => demoArrays(path, episode, dataset))),
      ...Object.fromEntries(parts.map((part) => [`mask/${part}`, mask(part, episodes)])),
    },
    attributes: {
      data: { total, env_args: JSON.stringify({ env_name: task, type: GYM, env_kwargs: { ...options } }) },
      ...Object.fromEntries(demos.map(([path, { steps }]) => [path, { num_samples: steps }])),
    },
    about: aboutText(dataset),
  }
}

function demoArrays(path: string, episode: OfflineEpisode, width: OfflineDataset): [string, NamedArray][] {
  const { steps, observations, actions, rewards, success } = episode
  const { observationSize, actionSize, termNames } = width
  const terms = termNames.map((name, term): [string, NamedArray] => {
    return [`${path}/infos/terms/${name}`, column(termColumn(episode, term, termNames.length))]
  })
  return [
    [`${path}/actions`, table(actions, actionSize)],
    [`${path}/rewards`, column(rewards)],
    [`${path}/dones`, column(dones(episode))],
    [`${path}/obs/${OBSERVATION}`, table(observations.subarray(0, steps * observationSize), observationSize)],
    [`${path}/next_obs/${OBSERVATION}`, table(observations.subarray(observationSize), observationSize)],
    [`${path}/infos/success`, column(success)],
    ...terms,
  ]
}

/** The released files' meaning: 1 on success and at the end of a demonstration. */
function dones({ steps, success }: OfflineEpisode): Uint8Array {
  return success.map((flag, step) => (step === steps - 1 ? 1 : flag))
}

function mask(part: string, episodes: readonly OfflineEpisode[]): NamedArray {
  const values = episodes.flatMap((episode, index) => (episode.part === part ? [`demo_${index}`] : []))
  return { values, shape: [values.length] }
}

function decode(source: ArraySource): ReadEpisodes {
  const demos = source
    .names('data')
    .filter((name) => name.startsWith('demo_'))
    .sort((one, other) => numberOf(one) - numberOf(other))
  const names = namesOf(source, demos.length)
  const first = `data/${demos[0]}`
  if (!source.has(`${first}/obs`)) {
    throw new UserError(
      `${source.path} has no obs in ${first}, as raw files have none; expected observations: ` +
        "extract them with robomimic's dataset_states_to_obs.py first",
    )
  }
  const keys = vectorKeys(source, first)
  const termNames = termNamesOf(source, `${first}/infos/terms`)
  const partOf = partsOf(source)
  const episodes = demos.flatMap((demo, index): OfflineEpisode[] => {
    const named = names.of(index)
    const numbers = demoOf(source, `data/${demo}`, keys, termNames)
    const part = names.about === undefined ? (partOf.get(demo) ?? named.part) : named.part
    const ending = names.about?.episodes[index]?.ending ?? 'time-limit'
    return numbers.steps === 0 ? [] : [{ ...named, part, ending, ...numbers }]
  })
  if (episodes.length === 0) throw new UserError(`${source.path}: no demo has two steps, expected at least one`)
  return {
    observationSize: keys.reduce((sum, key) => sum + source.floats(`${first}/obs/${key}`).columns, 0),
    actionSize: source.floats(`${first}/actions`).columns,
    ...{ termNames, episodes },
    notes: [
      ...(keys.join() === OBSERVATION ? [] : [`observations are ${keys.join(', ')}, one after the other`]),
      ...(source.has(`${first}/infos/success`) ? [] : [noSuccess]),
      ...(source.has(`${first}/next_obs`) ? [] : ['without next_obs, the last step of each demo is left out']),
    ],
  }
}

function numberOf(demo: string): number {
  return Number(demo.slice('demo_'.length))
}

/** Observations that are vectors; pictures are left out. */
function vectorKeys(source: ArraySource, demo: string): string[] {
  const keys = source.names(`${demo}/obs`).filter((key) => source.shape(`${demo}/obs/${key}`).length <= 2)
  if (keys.length > 0) return keys.sort()
  throw new UserError(`${source.path}: ${demo}/obs holds no vectors, expected at least one`)
}

/** The first list that a demonstration is in, but for those that split train from valid. */
function partsOf(source: ArraySource): ReadonlyMap<string, string> {
  const parts = source.names('mask').filter((name) => !/train|valid|percent/.test(name))
  const named = parts.flatMap((part) => source.texts(`mask/${part}`).map((demo) => [demo, part] as const))
  return new Map(named.reverse())
}

/** `dones` do not say why a demonstration ends. */
type Numbers = Omit<OfflineEpisode, 'id' | 'part' | 'seed' | 'hash' | 'ending'>

function demoOf(source: ArraySource, demo: string, keys: readonly string[], termNames: readonly string[]): Numbers {
  const actions = source.floats(`${demo}/actions`)
  const rows = actions.rows
  const now = vectors(source, `${demo}/obs`, keys, rows)
  const next = source.has(`${demo}/next_obs`) ? vectors(source, `${demo}/next_obs`, keys, rows) : undefined
  const width = now.length / rows
  const steps = next === undefined ? rows - 1 : rows
  const read = (name: string) => {
    const found = source.floats(`${demo}/${name}`, 1)
    expectRows(source, `${demo}/${name}`, found.rows, rows)
    return found.values.subarray(0, steps)
  }
  const observations = new Float32Array((steps + 1) * width)
  observations.set(now)
  if (next !== undefined) observations.set(next.subarray((rows - 1) * width), steps * width)
  const terms = termNames.map((name) => read(`infos/terms/${name}`))
  return {
    steps,
    observations,
    actions: actions.values.slice(0, steps * actions.columns),
    rewards: read('rewards'),
    success: source.has(`${demo}/infos/success`) ? Uint8Array.from(read('infos/success')) : new Uint8Array(steps),
    terms: Float32Array.from({ length: steps * terms.length }, (_, at) => {
      return terms[at % terms.length]![Math.floor(at / terms.length)]!
    }),
  }
}

function vectors(source: ArraySource, group: string, keys: readonly string[], rows: number): Float32Array {
  const pieces = keys.map((key) => {
    const piece = source.floats(`${group}/${key}`)
    expectRows(source, `${group}/${key}`, piece.rows, rows)
    return piece
  })
  if (pieces.length === 1) return pieces[0]!.values
  const width = pieces.reduce((sum, { columns }) => sum + columns, 0)
  const joined = new Float32Array(rows * width)
  let at = 0
  for (const { columns, values } of pieces) {
    for (let row = 0; row < rows; row++) {
      joined.set(values.subarray(row * columns, (row + 1) * columns), row * width + at)
    }
    at += columns
  }
  return joined
}
