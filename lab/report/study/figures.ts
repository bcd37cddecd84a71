// A study's figures: in the page, and as SVG and PNG beside it.

import { type Curve, sampleEfficiency, stepGrid } from '../../statistics/sample-efficiency.ts'
import type { Strata } from '../../statistics/strata.ts'
import { type Figure, type Tone, tones } from '../chart/drawing.ts'
import { intervalChart } from '../chart/interval-chart.ts'
import { lineChart, type Series } from '../chart/line-chart.ts'
import { percent, shortCount, trim } from '../numbers.ts'
import { bootstrapFor } from './bootstrap-for.ts'
import type { Results } from './results.ts'
import { curvesOf, finishedRuns, type Study } from './study.ts'

/** A figure and the name of its files. */
export interface NamedFigure {
  readonly name: string
  readonly figure: Figure
}

/** Points of a curve. */
const POINTS = 31
const share = { format: percent, atLeast: [0, 1] as const }

/** As many as there are colours: the best of them, in the study's order. */
export function drawnConditions({ conditions }: Study, { comparison }: Results): string[] {
  const score = (condition: string) => comparison.algorithms.get(condition)?.iqm ?? Number.NEGATIVE_INFINITY
  const best = [...conditions].sort((a, b) => score(b) - score(a)).slice(0, tones.length)
  return conditions.filter((condition) => best.includes(condition))
}

/** Success over steps on all shared tasks and on each task, then over labels. */
export function curveFigures(study: Study, results: Results): NamedFigure[] {
  const { tasks } = results.shared
  const overall = tasks.length > 1 ? [successCurve(study, results, { tasks, over: 'steps' })] : []
  const each = study.tasks.map((task) => successCurve(study, results, { tasks: [task], over: 'steps' }))
  const asked = finishedRuns(study).some(({ record }) => record.measured.final!.labels > 0)
  const labels = asked && tasks.length > 0 ? [successCurve(study, results, { tasks, over: 'labels' })] : []
  return [...overall, ...labels, ...each]
}

interface CurveOptions {
  readonly tasks: readonly string[]
  readonly over: 'steps' | 'labels'
}

function successCurve(study: Study, results: Results, { tasks, over }: CurveOptions): NamedFigure {
  const [task] = tasks
  const where = tasks.length === 1 && task !== undefined ? task : 'all tasks'
  const series = drawnConditions(study, results).map((condition, i): Series => {
    const curves = curvesOf(study, condition, tasks, (evaluation) => [evaluation[over], evaluation.success])
    return { name: condition, tone: tones[i]!, ...bandOf(curves, `${over}/${where}/${condition}`) }
  })
  return {
    name: `success-${over === 'labels' ? 'by-labels' : where.replace(' ', '-')}`,
    figure: lineChart({
      title: over === 'labels' ? `Success by labels, ${where}` : `Success, ${where}`,
      x: { label: over === 'labels' ? 'labels' : 'environment steps', format: shortCount },
      y: { label: 'interquartile mean, 95% interval', ...share },
      series,
      points: 'plain',
    }),
  }
}

function bandOf(curves: Strata<Curve>, name: string): Pick<Series, 'points' | 'band'> {
  if (curves.some((runs) => runs.length === 0)) return { points: [] }
  const steps = stepGrid(curves.flat(), { points: POINTS, beyond: 'hold' })
  const { values, intervals } = sampleEfficiency(curves, steps, bootstrapFor(`curve/${name}`))
  const points = steps.map((step, i) => [step, values[i]!] as const)
  if (curves.some((runs) => runs.length < 2)) return { points }
  return {
    points,
    band: steps.map((step, i) => [step, ...intervals[i]!] as const),
  }
}

export function profileFigure(study: Study, results: Results): NamedFigure {
  const series = drawnConditions(study, results).flatMap((condition, i): Series[] => {
    const profile = results.comparison.algorithms.get(condition)?.profile
    if (!profile) return []
    const { thresholds, shares, intervals } = profile
    return [
      {
        name: condition,
        tone: tones[i]!,
        points: thresholds.map((threshold, at) => [threshold, shares[at]!] as const),
        ...(results.repeated.includes(condition) && {
          band: thresholds.map((threshold, at) => [threshold, ...intervals[at]!] as const),
        }),
      },
    ]
  })
  return {
    name: 'profile',
    figure: lineChart({
      title: 'Performance profile',
      x: { label: 'success', format: percent },
      y: { label: 'share of runs above it, 95% interval', ...share },
      series,
      points: 'plain',
    }),
  }
}

/** Every other condition against the first. */
export function improvementFigure(study: Study, results: Results): NamedFigure {
  const [first, ...others] = results.shared.conditions
  const tone = (condition: string): Tone => tones[drawnConditions(study, results).indexOf(condition)] ?? 'eighth'
  const rows = others.map((condition) => {
    const { probability, interval } = results.comparison.improvements.get(condition)!.get(first!)!
    return { name: condition, tone: tone(condition), value: probability, interval }
  })
  return {
    name: 'improvement',
    figure: intervalChart({
      title: `Probability of improvement over ${first ?? 'another'}`,
      unit: 'that a run beats one of it on the same task, 95% interval',
      format: (value) => trim(value, 2),
      domain: [0, 1],
      neutral: 0.5,
      rows,
    }),
  }
}
