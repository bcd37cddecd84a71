// The first few configurations of a list of runs as lines over all their seeds.

import type { RunSummary } from '../../protocol/run.ts'
import { bandOf } from '../charts/band.ts'
import type { ChartLine } from '../charts/line-chart.ts'
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
  const names = differingSettings(configurations)
  const several = new Set(configurations.map(({ task, method }) => `${task} ${method}`)).size > 1
  return configurations.map(({ task, method, settings, runs }, i) => {
    const curves = runs
      .slice(0, mostSeeds)
      .map(({ id }) => points.get(id) ?? [])
      .filter((curve) => curve.length > 0)
    const parts = [several || names.length === 0 ? `${task} ${method}` : '', settingsText(settings, names)]
    return {
      label: parts.filter(Boolean).join(', '),
      colour: `series-${i + 1}`,
      runs: curves.length,
      points: bandOf(curves),
    }
  })
}
