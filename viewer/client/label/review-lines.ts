// The curves under the clips of an answered question: the reward model's reward, then the task's named terms. Pure.

import type { LabelInsight, LabelQuestion } from '../../protocol/label.ts'
import type { Points } from '../panels/chart.ts'

export interface ReviewLine {
  readonly name: string
  /** One a decision of the window. */
  readonly values: readonly number[]
  /** How far the model's members differ. */
  readonly deviation?: readonly number[]
  /** The same for this line under every clip, so that heights can be compared. */
  readonly range: readonly [low: number, high: number]
}

export interface ReviewColumn {
  /** Seconds that one decision takes. */
  readonly interval: number
  readonly lines: readonly ReviewLine[]
}

/** One column a clip, from left to right as they were shown. */
export function reviewColumns(insight: LabelInsight, question: LabelQuestion): readonly ReviewColumn[] {
  const columns = question.clips.map(({ member, seconds, length }) => {
    const clip = insight.clips.find((each) => each.member === member)
    const reward = clip?.reward && { name: 'reward model', values: clip.reward.mean, deviation: clip.reward.deviation }
    return { interval: seconds / length, lines: [...(reward ? [reward] : []), ...(clip?.terms ?? [])] }
  })
  const all = columns.flatMap(({ lines }) => lines)
  const ranges = new Map(all.map(({ name }) => [name, rangeOf(all.filter((line) => line.name === name))]))
  return columns.map(({ interval, lines }) => ({
    interval,
    lines: lines.map((line) => ({ ...line, range: ranges.get(line.name)! })),
  }))
}

type RawLine = Omit<ReviewLine, 'range'>

function rangeOf(lines: readonly RawLine[]): readonly [number, number] {
  const edges = lines.flatMap((line) => [...upper(line), ...lower(line)])
  return [Math.min(0, ...edges), Math.max(0, ...edges)]
}

export function upper({ values, deviation }: RawLine): number[] {
  return values.map((value, i) => value + (deviation?.[i] ?? 0))
}

export function lower({ values, deviation }: RawLine): number[] {
  return values.map((value, i) => value - (deviation?.[i] ?? 0))
}

/** A decision's value stands where the decision ends. */
export function pointsOf(values: readonly number[], interval: number): Points {
  return values.map((value, i) => [(i + 1) * interval, value] as const)
}

/** The value of the decision that is under way. */
export function valueAt({ values }: Pick<ReviewLine, 'values'>, interval: number, time: number): number | undefined {
  return values[Math.min(values.length - 1, Math.max(0, Math.ceil(time / interval - 1e-6) - 1))]
}
