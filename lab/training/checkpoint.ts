// A checkpoint: everything that a run needs to go on bit for bit, in one file that is written whole or not at all.

import { existsSync, readFileSync } from 'node:fs'
import type { SavedTensors } from '../../agents/contract.ts'
import { decodeTensors, encodeTensors, type SavedTensor } from '../../agents/tensor/safetensors.ts'
import type { DiscriminatorState } from '../../rewards/denoising/discriminator.ts'
import type { RunningMoments } from '../../rewards/entropy/running-moments.ts'
import type { Affine } from '../../rewards/relabel.ts'
import { learns } from '../../rewards/teachers/teacher.ts'
import { UserError } from '../errors/user-error.ts'
import type { RunFolder } from '../run/run-folder.ts'
import type { Counters } from './counters.ts'
import { SpoiltError } from './diverged.ts'
import { recall } from './gather.ts'
import type { BestPolicy, Judge } from './judge.ts'
import { hasPreferences, type Laboratory } from './laboratory.ts'
import type { Preferences } from './preferences.ts'
import { restoreStreams, type StreamStates, streamStates } from './streams.ts'

const FILE = 'checkpoints/latest.safetensors'

/** What is no tensor. */
interface State {
  readonly counters: Counters
  readonly streams: StreamStates
  readonly best: Pick<BestPolicy, 'success' | 'steps'> | null
  /** Null where the run has no preferences. */
  readonly preferences: PreferenceState | null
  /** Bytes of the files that grow. */
  readonly journal: number
  readonly metrics: number
}

interface PreferenceState {
  readonly affine: Affine | null
  readonly pairs: readonly { readonly id: string; readonly label: number; readonly heldOut: boolean }[]
  readonly unlabelled: Preferences['unlabelled']
  readonly entropyMoments: RunningMoments
  readonly discriminator: DiscriminatorState
  /** What a teacher remembers that goes by what it has seen. */
  readonly teacher?: unknown
}

export interface Checkpoint {
  readonly state: State
  readonly tensors: Readonly<Record<string, SavedTensor>>
}

export async function saveCheckpoint(run: RunFolder, lab: Laboratory, judge: Judge): Promise<void> {
  const { counters, streams, practice, journal, monitor } = lab
  const { learner, buffer } = practice
  const preferences = hasPreferences(lab) ? savedPreferences(lab.preferences) : undefined
  await journal.sync()
  run.metrics.sync()
  const { best } = judge
  const state: State = {
    counters: { ...counters, earlierSeconds: monitor.seconds() },
    streams: streamStates(streams),
    best: best ? { success: best.success, steps: best.steps } : null,
    preferences: preferences?.state ?? null,
    journal: journal.length,
    metrics: run.metrics.size,
  }
  const tensors = {
    ...prefixed('learner', learner.save()),
    ...(best ? prefixed('best', best.learner) : {}),
    ...preferences?.tensors,
    ...prefixed('buffer', { rewards: buffer.rewards.subarray(0, buffer.size) }),
  }
  refuseSpoilt(tensors)
  await run.write(FILE, encodeTensors({ tensors, metadata: { state: JSON.stringify(state) } }))
}

/** What is no number must not take the place of the last good checkpoint. */
function refuseSpoilt(tensors: Readonly<Record<string, SavedTensor>>): void {
  for (const [name, { values }] of Object.entries(tensors)) {
    if (!values.every(Number.isFinite)) throw new SpoiltError(name)
  }
}

function savedPreferences({ teacher, affine, pairs, reward, unlabelled, entropyMoments }: Preferences) {
  const all = pairs.all()
  const state: PreferenceState = {
    affine: affine ?? null,
    pairs: all.map(({ id, label, heldOut }) => ({ id, label, heldOut })),
    ...{ unlabelled, entropyMoments },
    discriminator: reward.discriminator,
    ...(teacher && learns(teacher) ? { teacher: teacher.save() } : {}),
  }
  const tensors = {
    ...prefixed('reward', reward.save()),
    ...prefixed('pair', Object.fromEntries(all.map(({ id, rows }) => [id, rows]))),
  }
  return { state, tensors }
}

/** @returns undefined where the run has written none yet. @throws UserError naming a broken one */
export function readCheckpoint(run: Pick<RunFolder, 'file' | 'path'>): Checkpoint | undefined {
  const path = run.file(FILE)
  if (!existsSync(path)) return undefined
  try {
    const { tensors, metadata } = decodeTensors(readFileSync(path))
    return { tensors, state: JSON.parse(metadata.state!) as State }
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error)
    throw new UserError(
      `the checkpoint ${path} is broken (${found}); expected the file as rapref wrote it. ` +
        'Put it back from a copy, or start another run',
      'failed',
    )
  }
}

/** Puts a laboratory that was just set up back to where the checkpoint was written. */
export async function restoreCheckpoint(lab: Laboratory, judge: Judge, checkpoint: Checkpoint): Promise<void> {
  const { state, tensors } = checkpoint
  for await (const { round, behaviour } of lab.journal.entries()) recall(lab, round, behaviour)
  lab.practice.buffer.rewards.set(tensors['buffer/rewards']!.values)
  lab.practice.learner.load(unprefixed('learner', tensors))
  if (hasPreferences(lab) && state.preferences) restorePreferences(lab.preferences, state.preferences, tensors)
  if (state.best) judge.best = { ...state.best, learner: unprefixed('best', tensors) }
  Object.assign(lab.counters, state.counters)
  restoreStreams(lab.streams, state.streams)
}

function restorePreferences(preferences: Preferences, state: PreferenceState, tensors: Checkpoint['tensors']): void {
  preferences.pairs.restore(state.pairs.map((pair) => ({ ...pair, rows: tensors[`pair/${pair.id}`]!.values })))
  preferences.reward.load(unprefixed('reward', tensors))
  preferences.affine = state.affine ?? undefined
  preferences.unlabelled.push(...state.unlabelled)
  Object.assign(preferences.entropyMoments, state.entropyMoments)
  Object.assign(preferences.reward.discriminator, state.discriminator)
  const { teacher } = preferences
  if (teacher && learns(teacher) && state.teacher !== undefined) teacher.restore(state.teacher)
}

function prefixed(prefix: string, tensors: SavedTensors): Record<string, SavedTensor> {
  return Object.fromEntries(
    Object.entries(tensors).map(([name, values]) => [`${prefix}/${name}`, { shape: [values.length], values }]),
  )
}

export function unprefixed(prefix: string, tensors: Checkpoint['tensors']): SavedTensors {
  const own = Object.entries(tensors).filter(([name]) => name.startsWith(`${prefix}/`))
  return Object.fromEntries(own.map(([name, { values }]) => [name.slice(prefix.length + 1), values]))
}
