// Tables and figures of success.

import type { Figure } from '../../chart/drawing.ts'
import { figureMarkup } from '../../chart/figure.ts'
import { html, type Markup } from '../../html.ts'
import { htmlTable } from '../../table/html-table.ts'
import type { NamedFigure } from '../figures.ts'
import { drawnConditions } from '../figures.ts'
import type { Results } from '../results.ts'
import type { Study } from '../study.ts'
import { aggregateTable, arrivalTable, differenceTable, labelTable, taskTable } from '../tables.ts'

export interface ResultFigures {
  readonly curves: readonly NamedFigure[]
  readonly profile: NamedFigure
  readonly improvement: NamedFigure
}

export function resultSections(study: Study, results: Results, figures: ResultFigures): Markup[] {
  const compared = results.shared.conditions.length > 0
  return [
    section('Results', [
      missing(study, results),
      ...(compared ? [htmlTable(aggregateTable(results))] : []),
      ...(results.cells.length > 0 ? [htmlTable(taskTable(results))] : []),
    ]),
    section('Over training', [leftOut(study, results), charts(figures.curves.map(({ figure }) => figure))]),
    ...(compared ? [section('Profiles and differences', differences(results, figures))] : []),
    ...(results.arrivals.length > 0 ? [section('How long it took', [htmlTable(arrivalTable(results))])] : []),
    ...(results.labels.length > 0 ? [section('Labels', [htmlTable(labelTable(results))])] : []),
  ]
}

function differences(results: Results, { profile, improvement }: ResultFigures): Markup[] {
  if (results.differences.length === 0) return [charts([profile.figure])]
  return [charts([profile.figure, improvement.figure]), htmlTable(differenceTable(results))]
}

/** A comparison is only fair on tasks that all have finished; what is left out is said. */
function missing({ tasks, conditions }: Study, { shared, cells }: Results): Markup | undefined {
  if (cells.length === 0) return html`<p class="hint">No run has finished yet.</p>`
  const without = [
    ...conditions.filter((each) => !shared.conditions.includes(each)),
    ...tasks.filter((each) => !shared.tasks.includes(each)),
  ]
  if (without.length === 0) return undefined
  return html`<p class="hint">Left out of what is over all tasks, for want of finished runs: ${without.join(', ')}.</p>`
}

function leftOut(study: Study, results: Results): Markup | undefined {
  const left = study.conditions.length - drawnConditions(study, results).length
  if (left === 0) return undefined
  return html`<p class="hint">The best are drawn; ${left} more are in the tables.</p>`
}

function charts(figures: readonly Figure[]): Markup {
  return html`<div class="charts">${figures.map(figureMarkup)}</div>`
}

function section(title: string, parts: readonly (Markup | undefined)[]): Markup {
  return html`<section><h2>${title}</h2>${parts.filter((part) => part !== undefined)}</section>`
}
