// One page about one run: opens from disk, fetches nothing, and is the same bytes for the same run.

import type { RunRecord } from '../run/read-run.ts'
import { html, Markup } from './html.ts'
import { configuration } from './sections/configuration.ts'
import { headline } from './sections/headline.ts'
import { origin } from './sections/origin.ts'
import { policy } from './sections/policy.ts'
import { reward } from './sections/reward.ts'
import { theme } from './theme.ts'

export function renderReport(run: RunRecord): string {
  const { name, meta, config } = run
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${meta.task}, ${meta.method}: ${name}</title>
<style>${new Markup(theme)}</style>
</head>
<body>
<main>
<header>
<h1>${meta.task} <span>from preferences, with ${meta.method}</span></h1>
<p>${name}; seed ${meta.seed}; answers by the ${config.teacher} teacher</p>
</header>
${[headline, policy, reward, configuration, origin].map((section) => section(run))}
</main>
</body>
</html>
`
  return page.text
}
