// The watching page's parts and where they lie.

import type { Choice, Side } from '../compare/choice.ts'
import { element } from '../dom/element.ts'
import { createAboutPanel } from './about-panel.ts'
import { createCurvesPanel } from './curves-panel.ts'
import { createHeader } from './header.ts'
import { createLegend } from './legend.ts'
import { createNotice } from './notice.ts'
import { createRunChooser } from './run-chooser.ts'
import { createSidePanel } from './side-panel.ts'
import { createStartPanel } from './start-panel.ts'
import { createStatusPanel } from './status.ts'
import { createTransport } from './transport.ts'

interface PageOptions {
  readonly header: Parameters<typeof createHeader>[0]
  readonly chooser: Parameters<typeof createRunChooser>[0]
  readonly transport: Parameters<typeof createTransport>[0]
  readonly starts: Parameters<typeof createStartPanel>[0]
  readonly onPick: (side: Side, choice: Choice) => void
  readonly onChooseRun: (side: Side) => void
  readonly onCurve: () => void
}

export type Page = ReturnType<typeof createPage>

export function createPage(options: PageOptions) {
  const header = createHeader(options.header)
  const notice = createNotice()
  const canvas = element('canvas', { 'aria-hidden': 'true' })
  const panes = { left: createPane('left'), right: createPane('right') }
  const pairBadge = element('p', { class: 'badge pair', hidden: true })
  const stage = element('div', { class: 'stage' }, canvas, panes.left.root, panes.right.root, pairBadge)
  const transport = createTransport(options.transport)
  const starts = createStartPanel(options.starts)
  transport.root.append(starts.root)
  const chooser = createRunChooser(options.chooser)
  const status = createStatusPanel()
  const about = createAboutPanel()
  const curves = createCurvesPanel(options.onCurve)
  const legend = createLegend()
  const main = element(
    'main',
    {},
    chooser.root,
    element('div', { class: 'theatre' }, stage, transport.root),
    element('aside', { 'aria-label': 'The run' }, status.root, curves.root, about.root),
  )
  document.body.append(header.root, main, notice.root, legend.root)

  function createPane(side: Side) {
    return createSidePanel(side, {
      onPick: (choice) => options.onPick(side, choice),
      onChooseRun: () => options.onChooseRun(side),
    })
  }

  return {
    main,
    header,
    notice,
    canvas,
    stage,
    panes,
    pairBadge,
    transport,
    starts,
    chooser,
    status,
    about,
    curves,
    legend,
  }
}
