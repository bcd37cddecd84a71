// Clips in 3-D inside the page: the recordings, and once for all of them the document that plays one.

import { gzipSync } from 'node:zlib'
import { html, Markup } from '../html.ts'
import { clipScript } from './clip-script.ts'

export interface Clip {
  readonly title: string
  /** Bytes of a recording's file. */
  readonly bytes: Uint8Array
}

/** @param viewer the built clip.html, with its place for a recording */
export function clipSection(clips: readonly Clip[], viewer: string): Markup {
  const buttons = clips.map(
    ({ title }, i) => html`<button type="button" data-clip="clip-${i + 1}" aria-pressed="false">${title}</button>`,
  )
  const recordings = clips.map(({ bytes }, i) => packed(`clip-${i + 1}`, bytes))
  return html`<section class="clips"><h2>Policies, to look at from all sides</h2>
<p class="hint">Of several runs of a kind, the one with the median success. A click plays it; drag to turn, scroll to come nearer.</p>
<div class="clip-list" role="group" aria-label="Clips">${buttons}</div>
<div id="clip-stage" aria-live="polite"><noscript>Clips need JavaScript.</noscript></div>
${packed('clip-viewer', Buffer.from(viewer))}
${recordings}
<script>${new Markup(clipScript)}</script>
</section>`
}

/** Compressed, as text that no browser runs. */
function packed(id: string, bytes: Uint8Array): Markup {
  return new Markup(`<script type="text/plain" id="${id}">${gzipSync(bytes, { level: 9 }).toString('base64')}</script>`)
}
