// One page about one run: opens from disk, fetches nothing, and is the same bytes for the same run.

import type { RunRecord } from '../run/read-run.ts'
import { html, type Markup } from './html.ts'
import { reportPage } from './page.ts'
import { calibration } from './sections/calibration.ts'
import { configuration } from './sections/configuration.ts'
import { headline } from './sections/headline.ts'
import { labels } from './sections/labels.ts'
import { origin } from './sections/origin.ts'
import { policy } from './sections/policy.ts'
import { ranking } from './sections/ranking.ts'
import { reward } from './sections/reward.ts'

/** @param extra sections that hold more than numbers, such as clips */
export function renderReport(run: RunRecord, extra: readonly Markup[] = []): string {
  const { name, meta, config } = run
  const [first, ...others] = [headline, policy, reward, calibration, labels, ranking, configuration, origin].map(
    (section) => section(run),
  )
  return reportPage({
    title: `${meta.task}, ${meta.method}: ${name}`,
    header: html`<h1>${meta.task} <span>from preferences, with ${meta.method}</span></h1>
<p>${name}; seed ${meta.seed}; answers by the ${config.teacher} teacher</p>`,
    sections: [first, ...extra, ...others],
    scripts: extra.length > 0,
  })
}
