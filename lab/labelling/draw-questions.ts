// What people are asked: windows of recordings, drawn such that nothing but behaviour differs where that is possible.

import type { DeskQuestion } from '../../rewards/preference/desk-question.ts'
import { opaqueId } from '../../rewards/preference/opaque-id.ts'
import type { SegmentRef } from '../../rewards/preference/preference.ts'
import type { RandomStream } from '../../sim/random.ts'
import type { ShelvedEpisode } from './shelf.ts'

export interface DrawRequest {
  readonly episodes: readonly ShelvedEpisode[]
  /** How many questions at most. */
  readonly count: number
  /** Decisions in a window. */
  readonly length: number
  /** Clips in a question: two to compare, three or four to rank. */
  readonly clips: number
  readonly random: RandomStream
}

/**
 * Fair questions first: the same task, the same start, windows at the same time. Where they do not suffice, others about one
 * task. The same request draws the same questions, with the same names.
 */
export function drawQuestions(request: DrawRequest): DeskQuestion[] {
  const { length, count } = request
  const usable = request.episodes.filter(({ steps }) => steps >= length)
  const starts = groupsOf(usable, ({ task, seed, stepSeconds }) => `${task} ${seed} ${stepSeconds}`).map(distinct)
  const tasks = groupsOf(usable, ({ task, stepSeconds }) => `${task} ${stepSeconds}`).map(distinct)
  const drawn = new Map<string, DeskQuestion>()
  drawFrom(starts, { ...request, fair: true, drawn, count })
  drawFrom(tasks, { ...request, fair: false, drawn, count })
  return [...drawn.values()]
}

interface Drawing extends DrawRequest {
  readonly fair: boolean
  readonly drawn: Map<string, DeskQuestion>
}

/** Draws that bring nothing new before it is taken for granted that nothing new is left. */
const patience = 50

function drawFrom(groups: readonly (readonly ShelvedEpisode[])[], drawing: Drawing): void {
  const { clips, random, drawn, count } = drawing
  const large = groups.filter((group) => group.length >= clips)
  if (large.length === 0) return
  for (let misses = 0; drawn.size < count && misses < patience; ) {
    const question = drawQuestion(large[random.integer(large.length)]!, drawing)
    if (drawn.has(question.id)) misses++
    else {
      drawn.set(question.id, question)
      misses = 0
    }
  }
}

function drawQuestion(group: readonly ShelvedEpisode[], { clips, length, fair, random }: Drawing): DeskQuestion {
  const chosen = choose(group, clips, random)
  const shortest = Math.min(...chosen.map(({ steps }) => steps))
  const together = random.integer(shortest - length + 1)
  const segments = chosen.map(({ id, steps }): SegmentRef => {
    return { episode: id, start: fair ? together : random.integer(steps - length + 1), length }
  })
  return { id: nameOf(segments), task: chosen[0]!.task, segments, fair: fair || sameStart(chosen, segments) }
}

/** Which comes first is chance, but the name is the same for the same windows in any order. */
function nameOf(segments: readonly SegmentRef[]): string {
  return opaqueId(...segments.map(({ episode, start, length }) => JSON.stringify([episode, start, length])).sort())
}

function sameStart(episodes: readonly ShelvedEpisode[], segments: readonly SegmentRef[]): boolean {
  return (
    episodes.every(({ seed }) => seed === episodes[0]!.seed) && new Set(segments.map(({ start }) => start)).size === 1
  )
}

function choose(group: readonly ShelvedEpisode[], count: number, random: RandomStream): ShelvedEpisode[] {
  const rest = [...group]
  return Array.from({ length: count }, () => rest.splice(random.integer(rest.length), 1)[0]!)
}

/** Episodes that ended in the same state are one and the same: nothing to prefer. */
function distinct(episodes: readonly ShelvedEpisode[]): readonly ShelvedEpisode[] {
  return [...new Map(episodes.map((episode) => [episode.ending, episode])).values()]
}

function groupsOf<Value>(values: readonly Value[], keyOf: (value: Value) => string): readonly (readonly Value[])[] {
  const groups = new Map<string, Value[]>()
  for (const value of values) {
    const key = keyOf(value)
    groups.set(key, [...(groups.get(key) ?? []), value])
  }
  return [...groups.values()]
}
