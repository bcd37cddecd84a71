// What a run that learns from preferences has beside its learner: who answers, what was answered, the reward model that
// is fitted to it, and the episodes that can be shown.

import { chooseExecutor } from '../../agents/tensor/executors/choose.ts'
import { freshMoments, type RunningMoments } from '../../rewards/entropy/running-moments.ts'
import type { PreferenceLoss } from '../../rewards/losses/loss-names.ts'
import { createRewardEnsemble, type RewardEnsemble } from '../../rewards/models/ensemble.ts'
import { openPreferenceLog, type PreferenceLog } from '../../rewards/preference/log.ts'
import type { SegmentRef } from '../../rewards/preference/preference.ts'
import type { Affine } from '../../rewards/relabel.ts'
import { EpisodeStore } from '../../rewards/segments/episode-store.ts'
import { LabelledPairs } from '../../rewards/segments/labelled-pairs.ts'
import { EvidenceStore } from '../../rewards/teachers/evidence-store.ts'
import type { Teacher } from '../../rewards/teachers/teacher.ts'
import type { Config } from '../config/schema.ts'
import { asksPerson } from '../config/teachers.ts'
import { UserError } from '../errors/user-error.ts'
import { openLogFile } from '../files/log-file.ts'
import type { PreferenceDesign } from '../method.ts'
import type { RunFolder } from '../run/run-folder.ts'
import type { Behaviour } from './behaviour.ts'
import type { Monitor } from './monitor.ts'
import { type Footage, openFootage } from './person/footage.ts'
import type { ArchivedRound } from './round.ts'
import { episodeRows, type RowSizes, rowSize } from './rows.ts'
import type { Streams } from './streams.ts'
import { makeTeacher } from './teacher.ts'

/** Two episodes from the same start with the same actions up to `moment`. */
export interface Twins {
  readonly first: string
  readonly second: string
  readonly moment: number
}

export interface Preferences {
  /** The scripted one; undefined where a person answers alone. */
  readonly teacher: Teacher | undefined
  readonly log: PreferenceLog
  readonly pairs: LabelledPairs
  readonly reward: RewardEnsemble
  /** What the reward model reads of a decision. */
  readonly rowSizes: RowSizes
  /** Learned rewards to the learner's scale; undefined before the first fit. */
  affine: Affine | undefined

  /** The two sides of what happened: what anyone may see of it, and what the teacher knows. */
  readonly episodes: EpisodeStore
  readonly evidence: EvidenceStore
  /** Episodes that were one up to a moment, the newest last. */
  readonly twins: Twins[]
  /** Scale of the entropy that pretraining learns from. */
  readonly entropyMoments: RunningMoments
  /** Pairs that nobody is asked about, as stored: for methods that learn from them. */
  readonly unlabelled: (readonly [SegmentRef, SegmentRef])[]
  /** What a person can be shown, where one is asked. */
  readonly footage: Footage | undefined
}

export interface PreferencesOptions {
  readonly run: RunFolder
  readonly monitor: Monitor
  readonly streams: Streams
  /** Numbers in a view and in an action. */
  readonly sizes: { readonly view: number; readonly action: number }
  /** Decisions that can be shown. */
  readonly capacity: number
  readonly design: PreferenceDesign
  /** Names of all terms and traces that the evidence has. */
  readonly seriesNames: readonly string[]
}

export async function openPreferences(options: PreferencesOptions) {
  const { run, monitor, streams, sizes, capacity, design, seriesNames } = options
  const { config } = run
  const rowSizes: RowSizes = { inputs: config.reward.inputs, ...sizes }
  const evidence = new EvidenceStore({ capacity })
  const log = await openPreferenceLog(await openLogFile(run.file('labels.jsonl')))
  for (const text of log.notes) monitor.note(text)
  const reward = await makeReward(config, rowSizes, streams, design)
  return {
    teacher: makeTeacher({ config, evidence, random: streams.teacher, seriesNames }),
    log,
    pairs: new LabelledPairs({
      inputSize: rowSize(rowSizes),
      length: reward.plan.stored,
      heldOutShare: config.reward.heldOut,
    }),
    reward,
    rowSizes,
    affine: undefined,
    episodes: new EpisodeStore({ inputSize: rowSize(rowSizes), capacity }),
    evidence,
    twins: [],
    unlabelled: [],
    entropyMoments: freshMoments(),
    footage: asksPerson(config) ? await openFootage(run, capacity) : undefined,
  } satisfies Preferences as Preferences
}

/** The reward model that a configuration asks for, before it has learned anything. */
export async function makeReward(
  config: Config,
  rowSizes: RowSizes,
  { reward: random }: Pick<Streams, 'reward'>,
  design: PreferenceDesign,
) {
  const { members, depth, width, learningRate, batch } = config.reward
  const { labelSmoothing = 0, crops, pseudoLabels, denoising } = design
  return createRewardEnsemble({
    sizes: { input: rowSize(rowSizes), length: config.session.segment },
    settings: {
      ...{ depth, width, learningRate, batch, labelSmoothing, crops, pseudoLabels, denoising },
      members: design.members ?? members,
      outputPenalty: 0.01,
      loss: lossOf(config, design),
    },
    executor: await chooseExecutor(config.device),
    random,
  })
}

/** @throws UserError where answers would be doubted in two ways */
function lossOf({ method, reward }: Config, { denoising }: PreferenceDesign): PreferenceLoss {
  if (reward.loss === 'lcpo' && denoising) {
    throw new UserError(
      `reward.loss is lcpo, but ${method} doubts answers in its own way; type reward.loss=bradley-terry or method=pebble`,
    )
  }
  return { name: reward.loss, flipRate: reward.flipRate }
}

/** Keeps a round, so that its segments can be compared. @returns the rows of each episode */
export function archive(preferences: Preferences, round: ArchivedRound, behaviour: Behaviour): Float32Array[] {
  const { seeds, seen, evidence, moments } = round
  const { episodes, rowSizes, twins } = preferences
  const ids = seeds.map((seed, world) => episodeId(behaviour, seed, world))
  moments?.forEach((moment, pair) => {
    const [first, second] = [ids[2 * pair]!, ids[2 * pair + 1]]
    if (second !== undefined) twins.push({ first, second, moment })
  })
  return seen.map((episode, world) => {
    const id = ids[world]!
    const rows = episodeRows(episode, rowSizes)
    episodes.add({ id, gatheredBy: behaviour, rows })
    preferences.evidence.add(id, evidence[world]!)
    preferences.footage?.keep({ id, seed: seeds[world]!, actions: episode.actions, evidence: evidence[world]! })
    return rows
  })
}

/** Training seeds never repeat within a run but for twins, which are told apart by their world. */
export function episodeId(behaviour: Behaviour, seed: number, world: number): string {
  return behaviour === 'branching' ? `branching-${seed}-${world % 2 === 0 ? 'a' : 'b'}` : `${behaviour}-${seed}`
}

export async function closePreferences({ reward, log, footage }: Preferences): Promise<void> {
  footage?.dispose()
  await reward.dispose()
  await log.close()
}
