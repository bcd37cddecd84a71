// The page around the sections of a report. Nothing in it is fetched: what it shows is in it.

import { html, Markup } from './html.ts'
import { theme } from './theme.ts'

export interface ReportPage {
  readonly title: string
  readonly header: Markup
  readonly sections: readonly (Markup | undefined)[]
  /** Whether scripts that are in the page may run: only clips need one. Default no. */
  readonly scripts?: boolean
}

export function reportPage({ title, header, sections, scripts = false }: ReportPage): string {
  const policy = scripts
    ? "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
    : "default-src 'none'; style-src 'unsafe-inline'"
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<title>${title}</title>
<style>${new Markup(theme)}</style>
</head>
<body>
<main>
<header>
${header}
</header>
${sections.filter((section) => section !== undefined)}
</main>
</body>
</html>
`.text
}
