// Names for people: of a run's folder, and of what is compared.

import { mappingLayer } from '../../config/layers.ts'
import type { Scalar, SweepFile } from '../file/schema.ts'
import type { Alternative } from './alternative.ts'

/** Axes of their own in every table, so no part of what is compared. */
const axes = ['task', 'seed']

/** Keys whose value differs among the alternatives, or that only some of them set. */
export function variedKeys(alternatives: readonly Alternative[]): string[] {
  const values = new Map<string, Set<Scalar>>()
  const settings = new Map<string, number>()
  for (const alternative of alternatives) {
    for (const [key, value] of alternative.settings) {
      values.set(key, (values.get(key) ?? new Set()).add(value))
      settings.set(key, (settings.get(key) ?? 0) + 1)
    }
  }
  return [...values.keys()].filter((key) => values.get(key)!.size > 1 || settings.get(key)! < alternatives.length)
}

/**
 * What is compared: the condition's name, and settings that vary besides task and seed: `surf`, `surf labels=100`.
 *
 * @param own keys that conditions set; their names stand for them
 */
export function conditionLabel(alternative: Alternative, varied: readonly string[], own: ReadonlySet<string>): string {
  const keys = varied.filter((key) => !axes.includes(key) && !own.has(key) && alternative.settings.has(key))
  const parts = keys.map((key) => `${key}=${alternative.settings.get(key)}`)
  return [alternative.condition, ...parts].filter((part) => part !== undefined).join(' ')
}

/** Keys that conditions set. */
export function conditionKeys(conditions: SweepFile['conditions']): ReadonlySet<string> {
  return new Set(Object.values(conditions ?? {}).flatMap((settings) => [...mappingLayer(settings ?? {}, '').keys()]))
}

/** `surf-labels-100-drawer-open-s3-1f2e3d4c5b6a`: sorts by what it is, and is unique by its end. */
export function runName(run: { condition: string; task: string; seed: number; id: string }): string {
  const words = `${run.condition} ${run.task} s${run.seed}`.replace(/[^\w.]+/g, '-').replace(/^[-.]+/, '')
  return `${words.slice(0, 100)}-${run.id}`
}
