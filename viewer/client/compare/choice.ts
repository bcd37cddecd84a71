// Which clip each side shows: one that was picked, or one that follows training.

import type { ClipSummary } from '../../protocol/run.ts'

export type Side = 'left' | 'right'
export const sides: readonly Side[] = ['left', 'right']

export type Choice =
  /** The newest clip of the newest policy. */
  | { readonly kind: 'newest' }
  /** The earliest clip with the same start as the other side's. */
  | { readonly kind: 'earliest' }
  | { readonly kind: 'clip'; readonly id: string }

export type Choices = Readonly<Record<Side, Choice>>

export const firstChoices: Choices = { left: { kind: 'earliest' }, right: { kind: 'newest' } }

export type Chosen = Readonly<Record<Side, ClipSummary | undefined>>

/** @param clips oldest first */
export function choose(choices: Choices, clips: readonly ClipSummary[]): Chosen {
  const left = resolve(choices.left, clips)
  const right = resolve(choices.right, clips)
  return {
    left: left ?? (choices.left.kind === 'earliest' ? earliestLike(right, clips) : undefined),
    right: right ?? (choices.right.kind === 'earliest' ? earliestLike(left, clips) : undefined),
  }
}

function resolve(choice: Choice, clips: readonly ClipSummary[]): ClipSummary | undefined {
  switch (choice.kind) {
    case 'newest':
      return clips.at(-1)
    case 'clip':
      return clips.find((clip) => clip.id === choice.id)
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
