// The look of the report: one column of quiet type, light or dark as the reader's system is. No font or image is fetched.

import { tones } from './chart/drawing.ts'
import { chartStyle } from './chart/style.ts'
import { darkTones, lightTones } from './chart/tones.ts'

const variables = (colours: Readonly<Record<string, string>>) =>
  Object.entries(colours)
    .map(([tone, colour]) => `--${tone}: ${colour};`)
    .join(' ')

export const theme = `
:root { color-scheme: light dark; --paper: #fbfbf9; --card: #ffffff; --ink: #1b1f24; --soft: #5d6672; --faint: #e3e5e8;
  --mark: #12784b; ${variables(lightTones)} }
@media (prefers-color-scheme: dark) { :root { --paper: #14171b; --card: #1b1f25; --ink: #e7e9ec; --soft: #9aa4b1;
  --faint: #2d333b; --mark: #5ed0a0; ${variables(darkTones)} } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif;
  font-variant-numeric: tabular-nums }
main { max-width: 1180px; margin: 0 auto; padding: 40px 24px 64px }
header p { margin: 4px 0 0; color: var(--soft) }
h1 { font-size: 26px; line-height: 1.2; margin: 0; letter-spacing: -0.01em }
h1 span { color: var(--soft); font-weight: 400 }
h2 { font-size: 18px; margin: 44px 0 12px }
.headline { display: flex; flex-wrap: wrap; gap: 20px 40px; align-items: center; margin-top: 28px; padding: 22px 26px;
  background: var(--card); border: 1px solid var(--faint); border-radius: 12px }
.success { display: flex; gap: 18px; align-items: center }
.success strong { font-size: 56px; line-height: 1; letter-spacing: -0.03em; color: var(--mark) }
.success p { margin: 0 } .success span, .note, .hint { color: var(--soft) }
dl { display: flex; flex-wrap: wrap; gap: 16px 28px; margin: 0; flex: 1; justify-content: space-between }
dt { color: var(--soft); font-size: 13px } dd { margin: 0; font-size: 21px; line-height: 1.25; font-weight: 600 }
dd.note { font-size: 12px; font-weight: 400 }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 440px), 1fr)); gap: 20px }
figure { margin: 0; padding: 16px 16px 8px; background: var(--card); border: 1px solid var(--faint); border-radius: 12px }
figcaption { font-weight: 600 } figcaption span { font-weight: 400; color: var(--soft); font-size: 13px; margin-left: 6px }
.nothing { color: var(--soft); padding: 60px 0; text-align: center }
svg { display: block; width: 100%; height: auto; margin-top: 6px; overflow: visible }
${chartStyle}
${tones.map((tone) => `.${tone} { --tone: var(--${tone}) }`).join(' ')}
.hint { margin: -8px 0 12px; font-size: 13px }
.tables { columns: 3 320px; column-gap: 20px }
table { border-collapse: collapse; width: 100%; margin: 0 0 20px; break-inside: avoid; font-size: 14px }
caption { text-align: left; font-weight: 600; padding: 0 0 4px }
th { text-align: left; font-weight: 400; color: var(--soft); padding: 3px 12px 3px 0; vertical-align: top }
td { padding: 3px 0; overflow-wrap: anywhere } .tables td { text-align: right }
tr + tr { border-top: 1px solid var(--faint) } .changed td { font-weight: 700 }
.origin th { width: 150px } h3 { font-size: 15px; margin: 0 }
.wide { overflow-x: auto; margin: 0 0 24px } .wide table { margin: 0; min-width: 560px } .charts + .wide { margin-top: 24px }
.results thead th { font-size: 13px; vertical-align: bottom; border-bottom: 1px solid var(--soft) }
.results tbody th { color: var(--ink); font-weight: 600; white-space: nowrap } .results td { padding-right: 16px; white-space: nowrap; vertical-align: top }
.results td span { display: block; color: var(--soft); font-size: 12.5px; white-space: nowrap }
.number { text-align: right } .results th.number, .results td.number { padding: 3px 16px 3px 8px }
.failed { margin: 0 0 14px; padding: 12px 16px; background: var(--card); border: 1px solid var(--faint); border-left: 3px solid #c22f5a;
  border-radius: 8px; overflow-wrap: anywhere } .failed p { margin: 4px 0 }
pre { margin: 8px 0; padding: 8px 10px; overflow-x: auto; background: var(--paper); font: 12.5px/1.45 ui-monospace, monospace }
.clip-list { display: flex; flex-wrap: wrap; gap: 8px } .clip-list button { font: inherit; font-size: 13.5px; color: var(--ink);
  background: var(--card); border: 1px solid var(--faint); border-radius: 8px; padding: 8px 12px; cursor: pointer; text-align: left }
.clip-list button:hover { border-color: var(--soft) } .clip-list button[aria-pressed=true] { border-color: var(--first) }
:focus-visible { outline: 2px solid var(--first); outline-offset: 2px }
iframe { display: block; width: 100%; height: min(760px, 90vh); margin-top: 14px; border: 1px solid var(--faint); border-radius: 12px }
.reading p { max-width: 78ch; margin: 0 0 8px; color: var(--soft) } .reading b { color: var(--ink); font-weight: 600 }
code { font: 13px ui-monospace, monospace }
@media (max-width: 520px) { main { padding: 24px 14px 40px } .success { flex-wrap: wrap } .headline { padding: 16px 18px }
  h1, .origin td, figcaption { overflow-wrap: anywhere } .origin th { width: 90px } }
@media print { .clips { display: none } .wide { overflow: visible } .wide table { min-width: 0 } .results td { white-space: normal } figure, .headline { break-inside: avoid } }
`
