// What the thread that writes a dataset and those that play for it say to each other.

import type { Assignment, PlayedEpisode } from './player.ts'

export interface PlayJob {
  /** Shared by all jobs of one part. */
  readonly assignment: Assignment
  readonly seed: number
}

export interface PlayRequest extends PlayJob {
  /** The same for the same assignment: a player is kept until another one is asked for. */
  readonly assigned: number
  /** Which job. */
  readonly job: number
}

export type PlayReply =
  | { readonly kind: 'played'; readonly job: number; readonly played: PlayedEpisode }
  /** `forPeople`: the message of a named error, to be printed in one line. */
  | { readonly kind: 'failed'; readonly message: string; readonly forPeople: boolean }
