// Labels for the target from answers about the source, and how true they are.

import { type Alignment, align } from '../../../rewards/alignment/align.ts'
import { AlignmentError } from '../../../rewards/alignment/errors.ts'
import type { IndexedLabel } from '../../../rewards/alignment/source-labels.ts'
import { mostConfident, type TransferredLabel } from '../../../rewards/alignment/transfer.ts'
import { pairwiseAccuracy } from '../../../rewards/metrics.ts'
import type { SegmentRef } from '../../../rewards/preference/preference.ts'
import { TransportError } from '../../../rewards/transport/errors.ts'
import type { RandomStream } from '../../../sim/random.ts'
import type { OfflineDataset } from '../../dataset/offline-dataset.ts'
import { UserError } from '../../errors/user-error.ts'
import { addPair } from './add-pair.ts'
import { answersAbout } from './answers.ts'
import { evidenceOf, trueReturn, windowsOf } from './evidence.ts'
import type { OfflineLaboratory } from './laboratory.ts'
import { keepMatches } from './matches.ts'
import type { Side, Sides } from './side.ts'
import { tracksOf } from './tracks.ts'
import { keepTransfer } from './transfer-file.ts'

export async function transferLabels(lab: OfflineLaboratory): Promise<void> {
  const { config, target, source, monitor } = lab
  if (!source) throw new TypeError('labels are to be transferred, and no source was set up')
  monitor.phase('aligning')
  const sides = { source: sideOf(lab, source), target: sideOf(lab, target) }
  const labels = await sourceLabels(lab, sides.source)
  const alignment = aligned(lab, sides, labels)
  const drawn = distinctPairs(config.pearl.pairs, sides.target.tracks.length, lab.streams.pairs)
  const transferred = drawn.map(([first, second]) => alignment.transfer(first, second))
  const kept = mostConfident(transferred, config.pearl.keep)
  const refOf = (index: number) => sides.target.tracks[index]!.ref
  kept.forEach(({ first, second, label }, index) => {
    addPair(lab, { id: `transferred-${index}`, first: refOf(first), second: refOf(second), label })
  })
  tell(lab, {
    alignment,
    all: accuracyOf(lab, transferred, refOf),
    kept: accuracyOf(lab, kept, refOf),
    pairs: kept.length,
  })
  await keepTransfer(lab.run, { alignment, sides, labels })
  await keepMatches(lab, { alignment, sides })
}

function sideOf({ config, streams }: OfflineLaboratory, data: OfflineDataset): Side {
  const request = { count: config.pearl.segments, length: config.session.segment, random: streams.pairs }
  return { data, tracks: tracksOf(data, windowsOf(data, request)) }
}

async function sourceLabels(lab: OfflineLaboratory, { data, tracks }: Side): Promise<IndexedLabel[]> {
  const places = distinctPairs(lab.config.labels, tracks.length, lab.streams.pairs)
  const asked = places.map(([first, second]) => [tracks[first]!.ref, tracks[second]!.ref] as const)
  const answered = await answersAbout(lab, { data, evidence: evidenceOf(data) }, asked)
  return answered.flatMap(({ label }, index) => {
    const [first, second] = places[index]!
    return label === undefined ? [] : [{ first, second, label }]
  })
}

/** Pairs of different places, drawn with replacement. */
function distinctPairs(count: number, places: number, random: RandomStream): (readonly [number, number])[] {
  return Array.from({ length: count }, () => {
    const first = random.integer(places)
    const other = random.integer(places - 1)
    return [first, other < first ? other : other + 1] as const
  })
}

function aligned(lab: OfflineLaboratory, sides: Sides, labels: IndexedLabel[]) {
  const { pearl } = lab.config
  const { alpha, epsilon, iterations, weights, orientation } = pearl
  const side = ({ data, tracks }: Side) => ({ task: data.task, actionSize: data.actionSize, tracks })
  try {
    return align({
      ...{ source: side(sides.source), target: side(sides.target), labels },
      settings: { alpha, epsilon, iterations, weights, orientation },
      ...(orientation === 'anchor' ? { anchor: anchorOf(lab, sides.target) } : {}),
    })
  } catch (error) {
    if (error instanceof AlignmentError || error instanceof TransportError) throw new UserError(error.message, 'failed')
    throw error
  }
}

/** One answer about the target: whether the segment that ends farthest from its start is better than the nearest. */
function anchorOf({ target, counters }: OfflineLaboratory, { tracks }: Side): IndexedLabel {
  const moved = tracks.map(({ states, origin }) =>
    Math.hypot(...[3, 4, 5].map((at) => states.at(at - 7)! - origin[at]!)),
  )
  const first = moved.indexOf(Math.max(...moved))
  const second = moved.indexOf(Math.min(...moved))
  const evidence = evidenceOf(target)
  const better = trueReturn(evidence, tracks[first]!.ref) - trueReturn(evidence, tracks[second]!.ref)
  counters.questions++
  return { first, second, label: (Math.sign(better) + 1) / 2 }
}

/** Share of labels that order their pair as the true rewards do; null where none can be told. */
function accuracyOf(
  { target }: OfflineLaboratory,
  labels: readonly TransferredLabel[],
  refOf: (index: number) => SegmentRef,
): number | null {
  const evidence = evidenceOf(target)
  const truth = labels.map(({ first, second }) => {
    const difference = trueReturn(evidence, refOf(first)) - trueReturn(evidence, refOf(second))
    return (Math.sign(difference) + 1) / 2
  })
  const accuracy = pairwiseAccuracy(
    labels.map(({ label }) => label - 0.5),
    truth,
  )
  return Number.isFinite(accuracy) ? accuracy : null
}

interface Told {
  readonly alignment: Alignment
  readonly all: number | null
  readonly kept: number | null
  readonly pairs: number
}

function tell({ config, run }: OfflineLaboratory, { alignment, all, kept, pairs }: Told): void {
  const { plan, agreement, turned } = alignment
  run.metrics.append({
    ...{ kind: 'transfer', source: config.pearl.source, target: config.task },
    ...{ pairs, accuracy: all, keptAccuracy: kept, agreement, turned },
    ...{ iterations: plan.iterations, value: plan.value, marginalError: plan.marginalError },
  })
}
