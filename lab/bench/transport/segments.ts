// Segments of two made-up tasks and answers about one of them, of the size at which labels are transferred.

import { type AlignmentOptions, alignmentDefaults } from '../../../rewards/alignment/align.ts'
import type { IndexedLabel } from '../../../rewards/alignment/source-labels.ts'
import { CHANNELS, type SegmentTrack } from '../../../rewards/alignment/track.ts'
import { type RandomStream, randomStream } from '../../../sim/random.ts'

const LENGTH = 50
const ANSWERS = 100
/** Metres by which every position is off. */
const NOISE = 0.01

/** Segments carry an object some share of the way to the goal of their task; more of it is better. */
export function alignmentProblem(n: number, seed = 0): AlignmentOptions {
  const random = randomStream(seed, 'segments')
  const qualities = Array.from({ length: n }, () => random.uniform(0, 1))
  const side = (task: string, goal: readonly number[], shares: readonly number[]) => ({
    ...{ task, actionSize: 4 },
    tracks: shares.map((share, index) => trackOf(`${task}-${index}`, goal, { share, random })),
  })
  const others = Array.from({ length: n }, () => random.uniform(0, 1))
  return {
    source: side('source', [0.3, 0.1, 0.2], qualities),
    target: side('target', [-0.1, 0.4, 0.05], others),
    labels: Array.from({ length: ANSWERS }, () => answer(qualities, random)),
    settings: alignmentDefaults,
  }
}

function trackOf(
  episode: string,
  goal: readonly number[],
  { share, random }: { readonly share: number; readonly random: RandomStream },
): SegmentTrack {
  const states = new Float64Array((LENGTH + 1) * CHANNELS)
  for (let step = 0; step <= LENGTH; step++) {
    const way = goal.map((axis) => axis * share * (step / LENGTH))
    states.set([...[...way, ...way].map((at) => at + NOISE * random.normal()), share], step * CHANNELS)
  }
  return { ref: { episode, start: 0, length: LENGTH }, states, origin: new Float64Array(CHANNELS) }
}

function answer(qualities: readonly number[], random: RandomStream): IndexedLabel {
  const first = random.integer(qualities.length)
  const second = (first + 1 + random.integer(qualities.length - 1)) % qualities.length
  return { first, second, label: qualities[first]! > qualities[second]! ? 1 : 0 }
}
