// Cross-task preference alignment: segments of two tasks are matched by how unlike they are inside their own task, and
// labelled pairs of the one make labels of pairs of the other.

import { entropicGromov } from '../transport/entropic-gromov.ts'
import { uniform } from '../transport/marginals.ts'
import type { Plan } from '../transport/plan.ts'
import { betweenCosts, featureRanks, insideCosts } from './costs.ts'
import { AlignmentError, UnsettledPlanError } from './errors.ts'
import { featureWeights } from './feature-weights.ts'
import { anchorAgreement, featureAgreement, type OrientationName } from './orientation.ts'
import { checkSourceLabels, type IndexedLabel, sourceScores } from './source-labels.ts'
import type { SegmentTrack } from './track.ts'
import { type Transfer, targetScores, transferOf, turned, type Weights } from './transfer.ts'

/** One task's part. */
export interface AlignedSide {
  readonly task: string
  /** Numbers in an action. */
  readonly actionSize: number
  readonly tracks: readonly SegmentTrack[]
}

export interface AlignmentSettings {
  /** Weight of the task-free features against distances, from 0 to 1. */
  readonly alpha: number
  /** As a share of the spread of the costs. */
  readonly epsilon: number
  readonly iterations: number
  readonly weights: Weights
  readonly orientation: OrientationName
}

export const alignmentDefaults: AlignmentSettings = {
  alpha: 0.5,
  epsilon: 0.1,
  iterations: 400,
  weights: 'conditional',
  orientation: 'features',
}

export interface AlignmentOptions {
  readonly source: AlignedSide
  readonly target: AlignedSide
  /** About places in the source's tracks. */
  readonly labels: readonly IndexedLabel[]
  readonly settings: AlignmentSettings
  /** One label about places in the target's tracks, where `orientation` is `anchor`. */
  readonly anchor?: IndexedLabel
  readonly progress?: (iteration: number) => void
}

export interface Alignment {
  /** How much of each source segment belongs to each target segment. */
  readonly plan: Plan
  /** Labels of pairs of target segments. */
  readonly transfer: Transfer
  /** Evidence that labels are the right way round, before any turning; 0 where nobody looked. */
  readonly agreement: number
  /** Whether they were turned for it. */
  readonly turned: boolean
}

/** Fewer segments have no shape that could be matched. */
const FEWEST = 4
/** Change of the plan that counts as settled. */
const TOLERANCE = 1e-6

/** @throws AlignmentError naming what cannot be aligned, UnsettledPlanError where the plan did not converge */
export function align({ source, target, labels, settings, anchor, progress }: AlignmentOptions): Alignment {
  checkSides(source, target)
  checkSourceLabels(labels, source.tracks.length)
  const [ofSource, ofTarget] = [featureRanks(source.tracks), featureRanks(target.tracks)]
  const scores = sourceScores(labels, source.tracks.length)
  const weights = featureWeights(ofSource, scores)
  const [p, q] = [uniform(source.tracks.length), uniform(target.tracks.length)]
  const plan = entropicGromov({
    first: insideCosts(source.tracks),
    second: insideCosts(target.tracks),
    ...{ p, q, epsilon: { relative: settings.epsilon }, tolerance: TOLERANCE, iterations: settings.iterations },
    ...(settings.alpha > 0
      ? { fused: { cost: betweenCosts({ first: ofSource, second: ofTarget, weights }), alpha: settings.alpha } }
      : {}),
    ...(progress ? { progress } : {}),
  })
  if (!plan.converged) throw new UnsettledPlanError(plan.iterations, plan.marginalError)
  const transfer = transferOf({ plan: plan.plan, q, labels, weights: settings.weights })
  const agreement = agreementOf(settings.orientation, {
    transfer,
    anchor,
    features: () => ({
      ...{ source: ofSource, target: ofTarget },
      sourceScores: scores,
      targetScores: targetScores(transfer, target.tracks.length),
    }),
  })
  const wrong = agreement < 0
  return { plan, transfer: wrong ? turned(transfer) : transfer, agreement, turned: wrong }
}

interface Evidence {
  readonly transfer: Transfer
  readonly anchor: IndexedLabel | undefined
  readonly features: () => Parameters<typeof featureAgreement>[0]
}

function agreementOf(orientation: OrientationName, { transfer, anchor, features }: Evidence): number {
  if (orientation === 'none') return 0
  if (orientation === 'features') return featureAgreement(features())
  if (anchor) return anchorAgreement(transfer, anchor)
  throw new AlignmentError('orientation is anchor, and no label of the target task was given; ask for one')
}

function checkSides(source: AlignedSide, target: AlignedSide): void {
  if (source.actionSize !== target.actionSize) {
    throw new AlignmentError(
      `${source.task} has actions of ${source.actionSize} numbers and ${target.task} of ${target.actionSize}; ` +
        'labels are transferred between tasks with the same action space',
    )
  }
  for (const { task, tracks } of [source, target]) {
    if (tracks.length < FEWEST) {
      throw new AlignmentError(`${task} has ${tracks.length} segments, expected ${FEWEST} or more; draw more of them`)
    }
    const lengths = new Set(tracks.map(({ ref }) => ref.length))
    if (lengths.size > 1) {
      throw new AlignmentError(`${task} has segments of ${[...lengths].join(' and ')} decisions, expected one length`)
    }
  }
}
