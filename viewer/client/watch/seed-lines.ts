// The watched runs among their seeds: one line for the configuration of each side.

import type { RunSummary } from '../../protocol/run.ts'
import { bandOf, type ChartLine } from '../charts/band.ts'
import { type Side, sides } from '../compare/choice.ts'
import type { Charted } from '../runs/charted.ts'
import {
  type Configuration,
  configurationKey,
  configurationsOf,
  differingSettings,
  settingsText,
} from '../runs/groups.ts'

export type Siblings = Readonly<Partial<Record<Side, Configuration>>>

/** Of both sides; the left is left out where both belong to one configuration. */
export function siblingsOf(runs: readonly RunSummary[], watched: Readonly<Record<Side, string | undefined>>): Siblings {
  const found = { left: find(runs, watched.left), right: find(runs, watched.right) }
  const same = found.left?.key === found.right?.key
  return { ...(found.right && { right: found.right }), ...(found.left && !same && { left: found.left }) }
}

function find(runs: readonly RunSummary[], id: string | undefined): Configuration | undefined {
  const run = runs.find((each) => each.id === id)
  if (run === undefined) return undefined
  const key = configurationKey(run)
  return configurationsOf(runs.filter((each) => each.state !== 'queued' && configurationKey(each) === key))[0]
}

export function seedLines(siblings: Siblings, { points }: Charted): readonly ChartLine[] {
  const configurations = Object.values(siblings)
  const names = differingSettings(configurations)
  return sides.flatMap((side) => {
    const configuration = siblings[side]
    if (configuration === undefined) return []
    const curves = configuration.runs.map(({ id }) => points.get(id) ?? []).filter((curve) => curve.length > 0)
    const { task, method, settings } = configuration
    const label = settingsText(settings, names) || `${task} ${method}`
    return [{ label, colour: side, runs: curves.length, points: bandOf(curves) }]
  })
}
