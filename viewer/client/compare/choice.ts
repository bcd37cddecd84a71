// Which clip each side shows: one that was picked, or one that follows training.

import { type ClipSummary, startClip } from '../../protocol/run.ts'

export type Side = 'left' | 'right'
export const sides: readonly Side[] = ['left', 'right']

export type Choice =
  /** The newest clip of the newest policy. */
  | { readonly kind: 'newest' }
  /** The earliest clip with the same start as the other side's. */
  | { readonly kind: 'earliest' }
  | { readonly kind: 'clip'; readonly id: string }
  /** The policy that the run kept, from a start that a person asked for. */
  | { readonly kind: 'start'; readonly seed: number }

export type Choices = Readonly<Record<Side, Choice>>

export const firstChoices: Choices = { left: { kind: 'earliest' }, right: { kind: 'newest' } }

/** Two runs are compared where they stand now. */
export const newestOfTwoRuns: Choices = { left: { kind: 'newest' }, right: { kind: 'newest' } }

export type Chosen = Readonly<Record<Side, ClipSummary | undefined>>

/** What each side can choose from, oldest first: the clips of its run. */
export type Offered = Readonly<Record<Side, readonly ClipSummary[]>>

export function choose(choices: Choices, clips: Offered): Chosen {
  const right = resolve(choices.right, clips.right)
  const left = resolve(choices.left, clips.left, right)
  return {
    left: left ?? (choices.left.kind === 'earliest' ? earliestLike(right, clips.left) : undefined),
    right: right ?? (choices.right.kind === 'earliest' ? earliestLike(left, clips.right) : undefined),
  }
}

/** @param other what the newest had better start like */
function resolve(choice: Choice, clips: readonly ClipSummary[], other?: ClipSummary): ClipSummary | undefined {
  switch (choice.kind) {
    case 'newest':
      return clips.findLast((clip) => other !== undefined && sameStart(clip, other)) ?? clips.at(-1)
    case 'clip':
      return clips.find((clip) => clip.id === choice.id)
    case 'start':
      return { id: startClip(choice.seed), task: '', checkpoint: 'kept', steps: 0, seed: choice.seed, success: false }
    case 'earliest':
      return undefined
  }
}

/** With no clip on the other side, or none that starts the same, the earliest of all. */
function earliestLike(other: ClipSummary | undefined, clips: readonly ClipSummary[]): ClipSummary | undefined {
  const rest = clips.filter((clip) => clip.id !== other?.id)
  return rest.find((clip) => other !== undefined && sameStart(clip, other)) ?? rest[0]
}

/** The seed alone decides start and goal of a task. */
export function sameStart(one: ClipSummary, other: ClipSummary): boolean {
  return one.task === other.task && one.seed === other.seed
}
