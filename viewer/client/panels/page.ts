// The page's parts and where they lie.

import type { Choice, Side } from '../compare/choice.ts'
import { element } from '../dom/element.ts'
import { createHeader } from './header.ts'
import { createLegend } from './legend.ts'
import { createNotice } from './notice.ts'
import { createSidePanel } from './side-panel.ts'
import { createStatusPanel } from './status.ts'
import { createTransport } from './transport.ts'

interface PageOptions {
  readonly header: Parameters<typeof createHeader>[0]
  readonly transport: Parameters<typeof createTransport>[0]
  readonly onPick: (side: Side, choice: Choice) => void
}

export type Page = ReturnType<typeof createPage>

export function createPage(options: PageOptions) {
  const header = createHeader(options.header)
  const notice = createNotice()
  const canvas = element('canvas', { 'aria-hidden': 'true' })
  const panes = {
    left: createSidePanel('left', (choice) => options.onPick('left', choice)),
    right: createSidePanel('right', (choice) => options.onPick('right', choice)),
  }
  const pairBadge = element('p', { class: 'badge pair', hidden: true })
  const stage = element('div', { class: 'stage' }, canvas, panes.left.root, panes.right.root, pairBadge)
  const transport = createTransport(options.transport)
  const status = createStatusPanel()
  const curves = element('section', { class: 'card curves', 'aria-label': 'Curves' })
  const legend = createLegend()
  document.body.append(
    header.root,
    element(
      'main',
      {},
      element('div', { class: 'theatre' }, stage, transport.root),
      element('aside', { 'aria-label': 'The run' }, status.root, curves),
    ),
    notice.root,
    legend.root,
  )
  return { header, notice, canvas, stage, panes, pairBadge, transport, status, curves, legend }
}
