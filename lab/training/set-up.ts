// Builds a laboratory from a configuration, and takes it down again.

import type { RecentRows } from '../../agents/replay-buffer.ts'
import type { VectorStep } from '../../envs/contract.ts'
import type { Config } from '../config/schema.ts'
import { asksPerson } from '../config/teachers.ts'
import type { PreferenceDesign, PreferenceMethod, TrueRewardMethod } from '../method.ts'
import { designOf, methodNamed } from '../methods/methods.ts'
import type { RunFolder } from '../run/run-folder.ts'
import type { TrainOptions } from '../run/train-options.ts'
import { type Counters, noCounts } from './counters.ts'
import { checkFirstSession } from './first-session.ts'
import { RoundJournal } from './journal.ts'
import { hasPreferences, type Laboratory, type PreferenceLaboratory } from './laboratory.ts'
import { checkLearner } from './learner.ts'
import type { Monitor } from './monitor.ts'
import { setUpOffline } from './offline/set-up.ts'
import { dismissPerson, hasPerson } from './person/laboratory.ts'
import { openPerson } from './person/open.ts'
import { makePractice } from './practice/make.ts'
import { closePreferences, openPreferences } from './preferences.ts'
import { checkRanking, rankedFactors } from './ranking.ts'
import { bonusNow } from './relabel-memory.ts'
import { learnedReward, linearReward, trueReward } from './reward-source.ts'
import { createStreams } from './streams.ts'
import { seriesNames } from './traces.ts'
import { makeWorlds, stepsOf, viewOf } from './worlds.ts'

export interface SetUpOptions {
  readonly run: RunFolder
  readonly monitor: Monitor
  /** Bytes of the journal that a resumed run keeps; 0 for a new run. */
  readonly journalLength: number
  readonly handOver?: ((step: VectorStep) => VectorStep) | undefined
  readonly label?: TrainOptions['label'] | undefined
}

export async function setUp(options: SetUpOptions): Promise<Laboratory> {
  const { config } = options.run
  const method = methodNamed(config.method)
  checkLearner(config.learner, method)
  checkRanking(config, method)
  if (method.reward === 'true') return withTrueReward(options, method)
  if (method.reward === 'offline') return setUpOffline(options)
  checkFirstSession(config)
  const lab = await withPreferences(options, method)
  return asksPerson(config) ? withPerson(options, lab) : lab
}

async function withPerson({ run, label }: SetUpOptions, lab: PreferenceLaboratory): Promise<Laboratory> {
  return openPerson({ run, lab, label }).catch(async (error: unknown) => {
    await takeDown(lab)
    throw error
  })
}

async function withTrueReward(options: SetUpOptions, { ranks }: TrueRewardMethod): Promise<Laboratory> {
  const lab = await base(options)
  if (!ranks) return { ...lab, rewards: trueReward }
  const factors = rankedFactors(lab.config, seriesNames(lab.worlds))
  return { ...lab, rewards: linearReward(factors, lab.config.ranking.beta) }
}

async function withPreferences(options: SetUpOptions, method: PreferenceMethod): Promise<PreferenceLaboratory> {
  const { run, monitor } = options
  const design = designOf(method, run.config)
  const lab = await base(options, design)
  const { config, practice, worlds, streams, episodeSteps, counters } = lab
  const shown = practice.buffer.shape.capacity + config.demonstration.rounds * config.worlds
  const preferences = await openPreferences({
    ...{ run, monitor, streams, design },
    sizes: viewOf(config, worlds).sizes,
    seriesNames: seriesNames(worlds),
    capacity: Math.max(shown, config.session.recent + config.worlds) * episodeSteps,
  })
  return { ...lab, preferences, design, rewards: learnedReward(preferences, () => bonusNow({ design, counters })) }
}

/** What every run has. */
async function base(options: SetUpOptions, design: PreferenceDesign = {}): Promise<Omit<Laboratory, 'rewards'>> {
  const { run, monitor, journalLength, handOver } = options
  const { config } = run
  const streams = createStreams(config.seed)
  const worlds = await makeWorlds(config, config.worlds)
  const { view, sizes } = viewOf(config, worlds)
  const counters = noCounts()
  const onUpdate = () => {
    counters.updates++
  }
  const recent = recentRows(design, counters, config)
  const practice = await makePractice(config, { sizes, streams, onUpdate, recent }).catch(async (error: unknown) => {
    await worlds.dispose()
    throw error
  })
  return {
    config,
    episodeSteps: stepsOf(config),
    worlds,
    view,
    practice,
    journal: await RoundJournal.open(run.file('checkpoints/rounds.bin'), journalLength),
    counters,
    streams,
    monitor,
    handOver,
  }
}

/** How much of a batch comes from the newest episodes: as the method wants it, for as long as there are labels left. */
function recentRows({ recentReplay }: PreferenceDesign, counters: Counters, { labels }: Config) {
  if (!recentReplay) return undefined
  const { episodes, share } = recentReplay
  return (batch: number): RecentRows | undefined =>
    counters.questions < labels ? { episodes, rows: Math.round(share * batch) } : undefined
}

export async function takeDown(lab: Laboratory): Promise<void> {
  await lab.practice.learner.dispose()
  if (hasPerson(lab)) await dismissPerson(lab)
  if (hasPreferences(lab)) await closePreferences(lab.preferences)
  await lab.worlds.dispose()
  await lab.journal.close()
}
