// Which numbers of a metrics line become scalars.

import type { Metric } from '../run/metrics.ts'
import type { Scalars } from './event.ts'

const told = {
  evaluation: ['success', 'successLast', 'return', 'labels'],
  reward: ['loss', 'accuracy', 'heldOutAccuracy', 'labels'],
  correlation: ['spearman'],
  progress: ['stepsPerSecond'],
  final: ['success', 'labels', 'minutes'],
} as const satisfies Partial<Record<Metric['kind'], readonly string[]>>

/** Points of these curves are in the lines above already. */
const repeated = ['success', 'return', 'labels', 'reward-accuracy']

/** Undefined where a line holds none. */
export function scalarsOf(metric: Metric): Scalars | undefined {
  if (!('steps' in metric)) return undefined
  const values = metric.kind === 'point' ? point(metric) : fields(metric)
  return Object.keys(values).length > 0 ? { step: metric.steps, values } : undefined
}

function point({ curve, value }: Extract<Metric, { kind: 'point' }>): Record<string, number> {
  return repeated.includes(curve) ? {} : { [`curve/${curve}`]: value }
}

/** What could not be measured is null and told nowhere. */
function fields(metric: Metric): Record<string, number> {
  const names: readonly string[] = told[metric.kind as keyof typeof told] ?? []
  const record = metric as Readonly<Record<string, unknown>>
  const measured = names.flatMap((name) => {
    const value = record[name]
    return typeof value === 'number' ? [[`${metric.kind}/${name}`, value] as const] : []
  })
  return Object.fromEntries(measured)
}
