// What a page calls the curves that runs measure, and how it prints their values.

import { percent, shortCount } from '../dom/format.ts'

export interface CurveStyle {
  readonly label: string
  readonly range?: readonly [number, number]
  readonly print: (value: number) => string
}

const styles: Readonly<Record<string, CurveStyle>> = {
  success: { label: 'Success', range: [0, 1], print: percent },
  'reward-accuracy': { label: 'Reward model accuracy', range: [0, 1], print: percent },
  labels: { label: 'Labels', print: shortCount },
  return: { label: 'Return', print: (value) => shortNumber(value) },
}
const order = Object.keys(styles)

/** Curves of other names are called by them. */
export function styleOf(curve: string): CurveStyle {
  return styles[curve] ?? { label: curve, print: shortNumber }
}

export function inOrder(curves: readonly string[]): readonly string[] {
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)
  return [...curves].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
}

function shortNumber(value: number): string {
  return Math.abs(value) >= 10_000 ? shortCount(value) : String(Number(value.toPrecision(3)))
}
