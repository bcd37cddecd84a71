// Builds a laboratory from a configuration, and takes it down again.

import { ReplayBuffer } from '../../agents/replay-buffer.ts'
import { createSac } from '../../agents/sac/sac.ts'
import { chooseExecutor } from '../../agents/tensor/executors/choose.ts'
import type { ExecutorId } from '../../agents/tensor/program.ts'
import type { VectorEnv, VectorStep } from '../../envs/contract.ts'
import { makeVectorEnv } from '../../envs/vector.ts'
import { makeWorkerVectorEnv } from '../../envs/vector-workers.ts'
import { views } from '../../envs/views/views.ts'
import { createRewardEnsemble } from '../../rewards/models/ensemble.ts'
import { openPreferenceLog } from '../../rewards/preference/log.ts'
import { EpisodeStore } from '../../rewards/segments/episode-store.ts'
import { LabelledPairs } from '../../rewards/segments/labelled-pairs.ts'
import { EvidenceStore } from '../../rewards/teachers/evidence-store.ts'
import { namedTeachers, type TeacherName } from '../../rewards/teachers/named.ts'
import { scriptedTeacher } from '../../rewards/teachers/scripted.ts'
import type { Config } from '../config/schema.ts'
import { UserError } from '../errors/user-error.ts'
import { openLogFile } from '../files/log-file.ts'
import type { RunFolder } from '../run/run-folder.ts'
import { startEnvWorker } from '../workers/worker-thread.ts'
import { noCounts } from './counters.ts'
import { RoundJournal } from './journal.ts'
import type { Laboratory } from './laboratory.ts'
import type { Monitor } from './monitor.ts'
import { type RowSizes, rowSize } from './rows.ts'
import { createStreams, type Streams } from './streams.ts'

export interface SetUpOptions {
  readonly run: RunFolder
  readonly monitor: Monitor
  /** Bytes of the journal that a resumed run keeps; 0 for a new run. */
  readonly journalLength: number
  readonly handOver?: ((step: VectorStep) => VectorStep) | undefined
}

export async function setUp({ run, monitor, journalLength, handOver }: SetUpOptions): Promise<Laboratory> {
  const { config } = run
  const streams = createStreams(config.seed)
  const worlds = await makeWorlds(config, config.worlds)
  const { view, sizes } = viewOf(config, worlds)
  const rowSizes: RowSizes = { inputs: config.reward.inputs, ...sizes }
  const episodeSteps = stepsOf(config)
  const capacity = capacityOf(config, episodeSteps)
  const evidence = new EvidenceStore({ capacity: capacity.steps })
  const log = await openPreferenceLog(await openLogFile(run.file('labels.jsonl')))
  for (const text of log.notes) monitor.note(text)
  return {
    config,
    episodeSteps,
    worlds,
    view,
    rowSizes,
    teacher: makeTeacher(config, evidence, streams),
    log,
    pairs: new LabelledPairs({
      inputSize: rowSize(rowSizes),
      length: config.session.segment,
      heldOutShare: config.reward.heldOut,
    }),
    reward: await makeReward(config, rowSizes, streams),
    affine: undefined,
    learner: await makeLearner(config, sizes, streams),
    buffer: new ReplayBuffer({
      observationSize: sizes.view,
      actionSize: sizes.action,
      episodeSteps,
      capacity: capacity.episodes,
    }),
    episodes: new EpisodeStore({ inputSize: rowSize(rowSizes), capacity: capacity.steps }),
    evidence,
    journal: await RoundJournal.open(run.file('checkpoints/rounds.bin'), journalLength),
    twins: [],
    counters: noCounts(),
    streams,
    monitor,
    handOver,
  }
}

export async function takeDown(lab: Laboratory): Promise<void> {
  await lab.learner.dispose()
  await lab.reward.dispose()
  await lab.worlds.dispose()
  await lab.journal.close()
  await lab.log.close()
}

/** Decisions in an episode. @throws UserError when the horizon is no whole number of decisions */
export function stepsOf({ horizon, actionRepeat }: Config): number {
  if (horizon % actionRepeat === 0) return horizon / actionRepeat
  const shorter = horizon - (horizon % actionRepeat)
  throw new UserError(
    `horizon is ${horizon} and actionRepeat ${actionRepeat}; expected a multiple. Type horizon=${shorter}, for example`,
  )
}

/** `count` worlds as the configuration has them, stepped in this thread or in workers. */
export function makeWorlds(config: Config, count: number): Promise<VectorEnv> {
  const { task, horizon, physics, actionRepeat, workers } = config
  const options = { count, autoreset: 'disabled', horizon, physics, actionRepeat } as const
  if (workers === 0) return makeVectorEnv(task, options)
  return makeWorkerVectorEnv(task, { ...options, workers: Math.min(workers, count), start: startEnvWorker })
}

/** How the learner sees the worlds, and the sizes that follow. */
export function viewOf(config: Config, worlds: Pick<VectorEnv, 'observationSize' | 'actionSize'>) {
  const view = views[config.view]
  return { view, sizes: { view: view.size(worlds.observationSize), action: worlds.actionSize } }
}

function capacityOf({ learner, worlds, demonstration }: Config, episodeSteps: number) {
  const rounds = Math.max(2, Math.ceil(learner.buffer / (episodeSteps * worlds)))
  const episodes = rounds * worlds
  return { episodes, steps: (episodes + demonstration.rounds * worlds) * episodeSteps }
}

function makeTeacher({ teacher }: Config, evidence: EvidenceStore, { teacher: random }: Streams) {
  return scriptedTeacher({ name: teacher, parameters: namedTeachers[teacher as TeacherName], evidence, random })
}

function makeReward({ reward, session, device }: Config, rowSizes: RowSizes, { reward: random }: Streams) {
  const { members, depth, width, learningRate, batch } = reward
  return createRewardEnsemble({
    sizes: { input: rowSize(rowSizes), length: session.segment },
    settings: { members, depth, width, learningRate, batch, labelSmoothing: 0, outputPenalty: 0.01 },
    executor: chooseExecutor(device as 'auto' | ExecutorId),
    random,
  })
}

export function makeLearner({ learner, device }: Config, sizes: { view: number; action: number }, streams: Streams) {
  const { depth, width, batch, learningRate, discount, tau, targetEntropy, temperature } = learner
  return createSac({
    sizes: { observation: sizes.view, action: sizes.action },
    settings: {
      ...{ depth, width, batch, learningRate, discount, tau, targetEntropy },
      initialTemperature: temperature,
      criticLayerNorm: true,
    },
    executor: chooseExecutor(device as 'auto' | ExecutorId),
    random: streams.learner,
  })
}
