// Builds the laboratory of an offline run: its data, in the learner's memory and as rows of the reward model.

import { fitInputs } from '../../../agents/normaliser.ts'
import { ReplayBuffer } from '../../../agents/replay-buffer.ts'
import { tasks } from '../../../envs/registry.ts'
import { LabelledPairs } from '../../../rewards/segments/labelled-pairs.ts'
import { unknownName } from '../../../sim/names.ts'
import type { Config } from '../../config/schema.ts'
import type { OfflineDataset } from '../../dataset/offline-dataset.ts'
import { UserError } from '../../errors/user-error.ts'
import type { RunFolder } from '../../run/run-folder.ts'
import { noCounts } from '../counters.ts'
import { RoundJournal } from '../journal.ts'
import { learnerNamed, learnerOptions, type ViewSizes } from '../learner.ts'
import type { Monitor } from '../monitor.ts'
import type { Practice } from '../practice/practice.ts'
import { episodeRows, type RowSizes, rowSize } from '../rows.ts'
import { demonstrationSeed, trainingSeed } from '../seeds.ts'
import { createStreams, type Streams } from '../streams.ts'
import { makeWorlds, stepsOf, viewOf } from '../worlds.ts'
import { dataOf } from './data.ts'
import type { OfflineLaboratory } from './laboratory.ts'
import { memoryPractice } from './memory-practice.ts'

export interface OfflineSetUp {
  readonly run: RunFolder
  readonly monitor: Monitor
}

/** @throws UserError where settings do not fit each other */
export async function setUpOffline({ run, monitor }: OfflineSetUp): Promise<OfflineLaboratory> {
  const { config } = run
  checkSettings(config)
  const { task, seed, pearl } = config
  monitor.phase('making data')
  const target = await dataOf({ task, path: pearl.targetData, config, seedOf: (index) => trainingSeed(seed, index) })
  const source = await sourceData(config)
  const worlds = await makeWorlds(config, 1)
  const { view, sizes } = viewOf(config, worlds)
  const streams = createStreams(seed)
  const counters = noCounts()
  const seen = target.episodes.map(({ id, observations, actions, steps }) => {
    const views = new Float32Array((steps + 1) * sizes.view)
    view.apply(observations, steps + 1, target.observationSize, views)
    return { id, observations: views, actions }
  })
  const buffer = new ReplayBuffer({
    ...{ observationSize: sizes.view, actionSize: sizes.action },
    ...{ episodeSteps: stepsOf(config), capacity: seen.length },
  })
  for (const episode of seen) buffer.add(episode)
  const rowSizes: RowSizes = { inputs: config.reward.inputs, ...sizes }
  return {
    ...{ run, config, worlds, view, streams, counters, monitor, target, source, rowSizes },
    episodeSteps: stepsOf(config),
    practice: await practiceOn(buffer, { config, sizes, streams }),
    rewards: { of: async () => undefined, recall: () => {} },
    journal: await RoundJournal.open(run.file('checkpoints/rounds.bin'), 0),
    rows: new Map(seen.map((episode) => [episode.id, episodeRows(episode, rowSizes)])),
    pairs: new LabelledPairs({
      ...{ inputSize: rowSize(rowSizes), length: config.session.segment },
      heldOutShare: config.reward.heldOut,
    }),
  }
}

async function sourceData(config: Config): Promise<OfflineDataset | undefined> {
  const { pearl, seed } = config
  if (pearl.labels !== 'transferred') return undefined
  const seedOf = (index: number) => demonstrationSeed(seed, index)
  return dataOf({ task: pearl.source, path: pearl.sourceData, config, seedOf })
}

interface Learning {
  readonly config: Config
  readonly sizes: ViewSizes
  readonly streams: Streams
}

async function practiceOn(buffer: ReplayBuffer, { config, sizes, streams }: Learning): Promise<Practice> {
  const entry = learnerNamed(config.learner)
  const options = await learnerOptions(config, sizes, streams)
  const learner = entry.kind === 'on-policy' ? undefined : await entry.create(options)
  if (!learner) throw refused(config, entry.kind)
  if ('observationMean' in learner.save()) fitInputs(learner, buffer.observations)
  return memoryPractice({ learner, buffer, random: streams.replay })
}

function checkSettings(config: Config): void {
  const { learner, pearl } = config
  const known = tasks.map(({ id }) => id)
  if (!known.includes(pearl.source)) throw new UserError(`source: ${unknownName('task', pearl.source, known)}`)
  const { kind } = learnerNamed(learner)
  if (kind !== (pearl.labels === 'none' ? 'imitation' : 'offline')) throw refused(config, kind)
}

function refused({ learner, pearl, method }: Config, kind: string): UserError {
  const [wanted, why] =
    pearl.labels === 'none' ? ['bc', 'without labels there is no reward, and it clones'] : ['iql', 'it learns offline']
  return new UserError(
    `learner=${learner} is ${kind} and method=${method} with pearl.labels=${pearl.labels} needs another: ${why}; ` +
      `type learner=${wanted}`,
  )
}
