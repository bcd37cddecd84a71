// From labels of source pairs and a plan to labels of target pairs.

import { inner, type Matrix, transposed } from '../transport/matrix.ts'
import { AlignmentError } from './errors.ts'
import type { IndexedLabel } from './source-labels.ts'

/** A pair of target segments and what the source's labels make of it. */
export interface TransferredLabel {
  readonly first: number
  readonly second: number
  /** Chance that the first is preferred. */
  readonly label: number
  /** |2 label - 1|: 0 undecided, 1 certain. */
  readonly confidence: number
}

export interface TransferOptions {
  /** [source, target] */
  readonly plan: Matrix
  /** Mass of each target segment. */
  readonly q: Float64Array
  readonly labels: readonly IndexedLabel[]
  /** `published` weighs by the plan as it is: labels then shrink with the number of segments and are no chances. */
  readonly weights: Weights
}

export const weightNames = ['conditional', 'published'] as const
export type Weights = (typeof weightNames)[number]

/** Tells the label of a pair of target segments. */
export type Transfer = (first: number, second: number) => TransferredLabel

/**
 * Conditional weights:
 *
 *   P[i|j] = T[i, j] / q_j
 *   z(j, j') = sum P[i|j] P[i'|j'] Z[i, i'] / sum P[i|j] P[i'|j'],   over the pairs (i, i') whose Z is known
 *
 * Z[i', i] = 1 - Z[i, i'] and Z[i, i] = 0.5 are known too; where every pair is, the denominator is 1. Published form:
 *
 *   z(j, j') = sum T[i, j] T[i', j'] Z[i, i']
 *
 * @source PEARL (Liu et al. 2024), whose reviews point out that the published form is not normalised: for T = I / 3 it
 *   makes 1/9 of a label of 1
 */
export function transferOf(options: TransferOptions): Transfer {
  return options.weights === 'conditional' ? conditional(options) : published(options)
}

/** Sums below this share of what an independent plan has are rounding: nothing is known of such a pair. */
const NOTHING = 1e-12

/** Columns of the plan side by side: whoever asks for every pair walks them all. */
function conditional({ plan, q, labels }: TransferOptions): Transfer {
  const { rows, values } = transposed(plan)
  const [ones, others] = [
    Int32Array.from(labels, ({ first }) => first),
    Int32Array.from(labels, ({ second }) => second),
  ]
  const answers = Float64Array.from(labels, ({ label }) => label)
  const columnOf = (target: number) => values.subarray(target * plan.rows, (target + 1) * plan.rows)
  const columns = Array.from({ length: rows }, (_, target) => columnOf(target))
  return (first, second) => {
    const [here, there] = [columns[first]!, columns[second]!]
    let weight = inner(here, there)
    let weighted = 0.5 * weight
    for (let at = 0; at < answers.length; at++) {
      const [one, other, label] = [ones[at]!, others[at]!, answers[at]!]
      const along = here[one]! * there[other]!
      const across = one === other ? 0 : here[other]! * there[one]!
      weighted += along * label + across * (1 - label)
      weight += along + across
    }
    return transferred(first, second, weight > NOTHING * q[first]! * q[second]! ? weighted / weight : 0.5)
  }
}

function published({ plan: { columns, values }, labels }: TransferOptions): Transfer {
  return (first, second) => {
    let sum = 0
    for (const { first: one, second: other, label } of labels) {
      sum += values[one * columns + first]! * values[other * columns + second]! * label
      sum += values[other * columns + first]! * values[one * columns + second]! * (1 - label)
    }
    return transferred(first, second, sum)
  }
}

function transferred(first: number, second: number, label: number): TransferredLabel {
  return { first, second, label, confidence: Math.abs(2 * label - 1) }
}

/** The same labels the other way round. */
export function turned(transfer: Transfer): Transfer {
  return (first, second) => transferred(first, second, 1 - transfer(first, second).label)
}

/** How good each target segment is against all others, [count]. */
export function targetScores(transfer: Transfer, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, first) => {
    let sum = 0
    for (let second = 0; second < count; second++) if (second !== first) sum += transfer(first, second).label
    return sum / (count - 1)
  })
}

/** The most confident share of labels, at least one; the earlier of equals. */
export function mostConfident(labels: readonly TransferredLabel[], share: number): TransferredLabel[] {
  if (!(share > 0 && share <= 1)) throw new AlignmentError(`the share to keep is ${share}, expected above 0, at most 1`)
  const sorted = [...labels].sort((one, other) => other.confidence - one.confidence)
  return sorted.slice(0, Math.max(1, Math.round(share * labels.length)))
}
