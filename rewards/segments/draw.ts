// Which segments to look at: windows drawn from some of the stored episodes, such as the last ten (QPA) or the last hundred
// (PEBBLE), or a mixture of what different behaviours gathered.

import type { RandomStream } from '../contract.ts'
import type { SegmentRef } from '../preference/preference.ts'
import type { StoredEpisode } from './episode-store.ts'

/** A part of the stored episodes, and how often a segment is drawn from it. */
export interface EpisodeSource {
  /** Only what was gathered by this; everything when absent. */
  readonly gatheredBy?: string
  /** Only so many of the newest of these; all when absent. */
  readonly newest?: number
  /** Chance of this source against the others'. */
  readonly weight: number
}

/** Every stored window with the same chance. */
export const allEpisodes: readonly EpisodeSource[] = [{ weight: 1 }]

export interface DrawOptions {
  /** Segments, or pairs of them. */
  readonly count: number
  /** Steps of a segment. */
  readonly length: number
  /** Each segment chooses one by weight. Sources in which no window of this length exists yet are passed over. */
  readonly sources: readonly EpisodeSource[]
  readonly random: RandomStream
}

export class SegmentDrawError extends Error {
  override readonly name = 'SegmentDrawError'
}

/** @param episodes oldest first */
export function drawSegments(episodes: readonly StoredEpisode[], options: DrawOptions): SegmentRef[] {
  const { count, length, sources, random } = options
  const pools = sources.map((source) => windowsOf(select(episodes, source), length, source.weight))
  const usable = pools.filter(({ total, weight }) => total > 0 && weight > 0)
  if (usable.length === 0) throw nothingToDraw(episodes, length)
  return Array.from({ length: count }, () => drawWindow(chooseByWeight(usable, random), length, random))
}

/** Pairs of two different windows. */
export function drawPairs(episodes: readonly StoredEpisode[], options: DrawOptions): [SegmentRef, SegmentRef][] {
  const firsts = drawSegments(episodes, options)
  const seconds = drawSegments(episodes, options)
  return firsts.map((first, i) => {
    const second = seconds[i]!
    return [first, sameWindow(first, second) ? drawOther(episodes, options, first) : second]
  })
}

const mostRedraws = 1000

function drawOther(episodes: readonly StoredEpisode[], options: DrawOptions, first: SegmentRef): SegmentRef {
  for (let redraw = 0; redraw < mostRedraws; redraw++) {
    const second = drawSegments(episodes, { ...options, count: 1 })[0]!
    if (!sameWindow(first, second)) return second
  }
  throw new SegmentDrawError(`there is only one segment of ${options.length} steps to draw; a pair needs two`)
}

function sameWindow(a: SegmentRef, b: SegmentRef): boolean {
  return a.episode === b.episode && a.start === b.start
}

function select(episodes: readonly StoredEpisode[], { gatheredBy, newest }: EpisodeSource): readonly StoredEpisode[] {
  const gathered = gatheredBy === undefined ? episodes : episodes.filter((each) => each.gatheredBy === gatheredBy)
  return newest === undefined ? gathered : gathered.slice(Math.max(0, gathered.length - newest))
}

interface WindowPool {
  readonly weight: number
  readonly episodes: readonly StoredEpisode[]
  /** Windows in this episode and all before it. */
  readonly cumulative: readonly number[]
  readonly total: number
}

function windowsOf(episodes: readonly StoredEpisode[], length: number, weight: number): WindowPool {
  let total = 0
  const cumulative = episodes.map(({ steps }) => {
    total += Math.max(0, steps - length + 1)
    return total
  })
  return { weight, episodes, cumulative, total }
}

function chooseByWeight(pools: readonly WindowPool[], random: RandomStream): WindowPool {
  const sum = pools.reduce((total, { weight }) => total + weight, 0)
  let rest = random.uniform(0, sum)
  for (const pool of pools) {
    rest -= pool.weight
    if (rest < 0) return pool
  }
  return pools.at(-1)!
}

function drawWindow({ episodes, cumulative, total }: WindowPool, length: number, random: RandomStream): SegmentRef {
  const drawn = random.integer(total)
  const index = firstAbove(cumulative, drawn)
  const { id, steps } = episodes[index]!
  return { episode: id, start: drawn - (cumulative[index]! - (steps - length + 1)), length }
}

/** Index of the first entry larger than `value`; entries never fall. */
function firstAbove(entries: readonly number[], value: number): number {
  let [low, high] = [0, entries.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (entries[middle]! > value) high = middle
    else low = middle + 1
  }
  return low
}

function nothingToDraw(episodes: readonly StoredEpisode[], length: number): SegmentDrawError {
  const longest = Math.max(0, ...episodes.map(({ steps }) => steps))
  return new SegmentDrawError(
    `no segment of ${length} steps to draw: ${episodes.length} episodes are stored, the longest has ${longest} steps. ` +
      'Gather first, ask for shorter segments, or name other sources.',
  )
}
