// The first few configurations of a list of runs as lines over all their seeds.

import type { RunSummary } from '../../protocol/run.ts'
import { bandOf, type ChartLine } from '../charts/band.ts'
import type { Charted } from '../runs/charted.ts'
import { type Configuration, configurationsOf, differingSettings, settingsText } from '../runs/groups.ts'

/** As many as there are colours that can be told apart. */
export const mostLines = 8
const mostSeeds = 50

export interface Charting {
  readonly configurations: readonly Configuration[]
  /** Configurations for which there was no colour. */
  readonly left: number
}

/** In the order of the list. */
export function chartingOf(runs: readonly RunSummary[]): Charting {
  const all = configurationsOf(runs.filter(({ state }) => state !== 'queued'))
  return { configurations: all.slice(0, mostLines), left: Math.max(0, all.length - mostLines) }
}

export function runsOf({ configurations }: Charting): readonly string[] {
  return configurations.flatMap(({ runs }) => runs.slice(0, mostSeeds).map(({ id }) => id))
}

export function linesOf({ configurations }: Charting, { points }: Charted): readonly ChartLine[] {
  return configurations.map((configuration, i) => {
    const { runs } = configuration
    const curves = runs
      .slice(0, mostSeeds)
      .map(({ id }) => points.get(id) ?? [])
      .filter((curve) => curve.length > 0)
    const label = labelOf(configuration, configurations)
    return { label, colour: `series-${i + 1}`, runs: curves.length, points: bandOf(curves) }
  })
}

/** What tells it from the others: its task and method, and from those of the same the settings in which they differ. */
function labelOf({ task, method, settings }: Configuration, all: readonly Configuration[]): string {
  const alike = all.filter((each) => each.task === task && each.method === method)
  const differences = settingsText(settings, differingSettings(alike))
  const named = alike.length < all.length || differences === '' ? `${task} ${method}` : ''
  return [named, differences].filter(Boolean).join(', ')
}
