// Builds a laboratory from a configuration, and takes it down again.

import type { VectorStep } from '../../envs/contract.ts'
import { methodNamed } from '../methods/methods.ts'
import type { RunFolder } from '../run/run-folder.ts'
import { noCounts } from './counters.ts'
import { RoundJournal } from './journal.ts'
import { hasPreferences, type Laboratory, type PreferenceLaboratory } from './laboratory.ts'
import type { Monitor } from './monitor.ts'
import { makePractice } from './practice/make.ts'
import { closePreferences, openPreferences } from './preferences.ts'
import { learnedReward, trueReward } from './reward-source.ts'
import { createStreams } from './streams.ts'
import { makeWorlds, stepsOf, viewOf } from './worlds.ts'

export interface SetUpOptions {
  readonly run: RunFolder
  readonly monitor: Monitor
  /** Bytes of the journal that a resumed run keeps; 0 for a new run. */
  readonly journalLength: number
  readonly handOver?: ((step: VectorStep) => VectorStep) | undefined
}

export async function setUp(options: SetUpOptions): Promise<Laboratory> {
  const { config } = options.run
  return methodNamed(config.method).reward === 'preferences' ? withPreferences(options) : withTrueReward(options)
}

async function withTrueReward(options: SetUpOptions): Promise<Laboratory> {
  return { ...(await base(options)), rewards: trueReward }
}

async function withPreferences(options: SetUpOptions): Promise<PreferenceLaboratory> {
  const { run, monitor } = options
  const lab = await base(options)
  const { config, practice, worlds, streams, episodeSteps } = lab
  const shown = practice.buffer.shape.capacity + config.demonstration.rounds * config.worlds
  const preferences = await openPreferences({
    ...{ run, monitor, streams },
    sizes: viewOf(config, worlds).sizes,
    capacity: Math.max(shown, config.session.recent + config.worlds) * episodeSteps,
  })
  return { ...lab, preferences, rewards: learnedReward(preferences, config.reward) }
}

/** What every run has. */
async function base({ run, monitor, journalLength, handOver }: SetUpOptions): Promise<Omit<Laboratory, 'rewards'>> {
  const { config } = run
  const streams = createStreams(config.seed)
  const worlds = await makeWorlds(config, config.worlds)
  const { view, sizes } = viewOf(config, worlds)
  const counters = noCounts()
  const onUpdate = () => {
    counters.updates++
  }
  const practice = await makePractice(config, { sizes, streams, onUpdate }).catch(async (error: unknown) => {
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

export async function takeDown(lab: Laboratory): Promise<void> {
  await lab.practice.learner.dispose()
  if (hasPreferences(lab)) await closePreferences(lab.preferences)
  await lab.worlds.dispose()
  await lab.journal.close()
}
