// One page about any number of runs: opens from disk, fetches nothing, and is the same bytes for the same runs.

import { html, type Markup } from '../html.ts'
import { reportPage } from '../page.ts'
import { curveFigures, improvementFigure, type NamedFigure, profileFigure } from './figures.ts'
import { type Results, resultsOf } from './results.ts'
import { reading } from './sections/reading.ts'
import { resultSections } from './sections/results.ts'
import { settings } from './sections/settings.ts'
import { summary } from './sections/summary.ts'
import { troubles } from './sections/troubles.ts'
import { versions } from './sections/versions.ts'
import type { Study } from './study.ts'
import { counted } from './tables.ts'

export interface StudyReport {
  readonly results: Results
  readonly figures: readonly NamedFigure[]
  /** The page as text. @param extra sections that hold more than numbers, such as clips */
  render(extra?: readonly Markup[]): string
}

export function reportStudy(study: Study): StudyReport {
  const results = resultsOf(study)
  const curves = curveFigures(study, results)
  const profile = profileFigure(study, results)
  const improvement = improvementFigure(study, results)
  const title = study.question === '' ? counted(study.runs.length, 'run') : study.question
  return {
    results,
    figures: [...curves, profile, improvement].filter(({ figure }) => figure.drawing !== undefined),
    render: (extra = []) =>
      reportPage({
        title,
        header: html`<h1>${title}</h1>
<p>${study.folders.join(', ')}: ${counted(study.conditions.length, 'condition')}, ${counted(study.tasks.length, 'task')}</p>`,
        sections: [
          summary(study, results),
          ...resultSections(study, results, { curves, profile, improvement }),
          ...extra,
          troubles(study),
          settings(study),
          versions(study),
          reading(),
        ],
        scripts: extra.length > 0,
      }),
  }
}
