// The page on many runs at once, put together: connection -> catalogue -> filter and order -> charts and table, and the
// policy of the run that is chosen.

import { decodeClip } from '../protocol/frames.ts'
import { clipKey, type ServerMessage } from '../protocol/messages.ts'
import type { RunState, RunSummary } from '../protocol/run.ts'
import { browserEnds } from './connection/browser-socket.ts'
import { connect } from './connection/connection.ts'
import { words } from './connection/words.ts'
import { element } from './dom/element.ts'
import { bindKeys } from './keys/keyboard.ts'
import { type Action, actionOf, pageKeys } from './keys/table.ts'
import { createLegend } from './panels/legend.ts'
import { createNotice } from './panels/notice.ts'
import { createScreenHeader } from './panels/screen-header.ts'
import { restoreTheme, toggleTheme } from './panels/theme.ts'
import { createCatalogue } from './runs/catalogue.ts'
import { createCharted } from './runs/charted.ts'
import { createLibrary } from './runs/library.ts'
import { filterRuns } from './runs/query.ts'
import { createChosenClip } from './sweep/chosen-clip.ts'
import { type Column, columnsOf, inOrderOf, type Order } from './sweep/columns.ts'
import { chartingOf, linesOf, runsOf } from './sweep/configuration-lines.ts'
import { createDetail } from './sweep/detail.ts'
import type { Preview } from './sweep/preview.ts'
import { createRunTable } from './sweep/table.ts'
import { createToolbar } from './sweep/toolbar.ts'
import { createViews } from './sweep/views.ts'
import { addressOf } from './watch/address.ts'

restoreTheme()

/** Drawing everything anew takes at most about a fifth of the time, however many runs there are. */
let drawMilliseconds = 50
const later = (then: () => void) => void setTimeout(then, 5 * drawMilliseconds)
const chartDelay = 60
const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches
let order: Order = { column: 'success', direction: 'descending' }
const statesOff = new Set<RunState>()
let columns: readonly Column[] = []
let shown: readonly RunSummary[] = []
let chosen: string | undefined
let chartsDue = false
let preview: Promise<Preview | undefined> | undefined

const legend = createLegend([pageKeys])
const notice = createNotice()
const header = createScreenHeader({ screen: 'sweep', act, middle: [] })
const toolbar = createToolbar({
  text: textInAddress(),
  onText: draw,
  onState(state) {
    if (!statesOff.delete(state)) statesOff.add(state)
    draw()
  },
  onOrder: setOrder,
})
const canvas = element('canvas', { 'aria-hidden': 'true' })
const surface = element('div', { class: 'surface' })
const clipWords = element('p', { class: 'quiet', role: 'status' })
const detail = createDetail(
  element('div', { class: 'preview' }, element('div', { class: 'preview-stage' }, canvas, surface), clipWords),
)
const catalogue = createCatalogue(later)
const library = createLibrary({
  request: (run, clip) => connection.keep(clipKey({ run, clip }), { type: 'clip', run, clip }),
  settled: (run, clip) => connection.forget(clipKey({ run, clip })),
})
const charted = createCharted({
  later,
  onRequest: (curve, runs) => connection.keep('chart', { type: 'chart', curve, runs: [...runs] }),
})
const clip = createChosenClip({
  library,
  preview: openPreview,
  watch: (run) => connection.keep('watch', { type: 'watch', runs: [run] }),
  say: (line) => {
    clipWords.textContent = line
  },
})
const table = createRunTable({
  onOrder: (column) =>
    setOrder({
      column,
      direction: order.column === column && order.direction === 'descending' ? 'ascending' : 'descending',
    }),
  onChoose: choose,
  onWatch: (run) => location.assign(`./${addressOf({ right: run.id })}`),
})
const views = createViews({ onChoose: choose, onCurve: tellCurves })
const main = element(
  'main',
  { class: 'sweep' },
  toolbar.root,
  views.root,
  element('section', { class: 'card runs-card', 'aria-label': 'Table' }, table.root),
  detail.root,
)
document.body.append(header.root, main, notice.root, legend.root)

const connection = connect({ ...browserEnds, onMessage: hear, onFrame: receive, onProblem: notice.say })
connection.state.watch(tellSituation)
catalogue.runs.watch(draw)
catalogue.coming.watch(tellSituation)
charted.now.watch(drawLines)
new ResizeObserver(views.redraw).observe(views.root)
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', views.redraw)
addEventListener('online', () => connection.retryNow())
bindKeys({ find: actionOf, act })

function act(action: Action): void {
  if (action === 'toggle-legend') legend.toggle()
  if (action !== 'toggle-theme') return
  toggleTheme()
  views.redraw()
}

function hear(message: ServerMessage): void {
  catalogue.hear(message)
  charted.hear(message)
  clip.hear(message)
  if (message.type === 'no-clip') library.missing(message.run, message.clip, message.message)
  if (message.type === 'refused') notice.say(message.message)
}

function receive(bytes: Uint8Array): void {
  try {
    library.arrived(decodeClip(bytes))
  } catch (error) {
    notice.say(`a clip could not be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function draw(): void {
  const began = performance.now()
  const runs = catalogue.runs.now
  columns = columnsOf(runs)
  const found = filterRuns(runs, toolbar.text)
  const wanted = statesOff.size === 0 ? found : found.filter(({ state }) => !statesOff.has(state))
  shown = inOrderOf(
    wanted,
    columns.find(({ id }) => id === order.column),
    order,
  )
  toolbar.showStates(found, statesOff)
  toolbar.showOrder(columns, order)
  toolbar.showFound(shown.length, runs.length)
  table.show(shown, columns, order)
  drawChosen()
  tellCurves()
  tellSituation()
  const hash = toolbar.text === '' ? '' : `#${encodeURIComponent(toolbar.text)}`
  if (location.hash !== hash) history.replaceState(null, '', hash === '' ? location.pathname + location.search : hash)
  drawMilliseconds = Math.max(50, performance.now() - began)
}

function drawChosen(): void {
  table.showChosen(chosen)
  drawChartsSoon()
  detail.show(catalogue.get(chosen ?? ''), columns)
}

/** After the table: who types or scrolls is not kept waiting by ten thousand lines. */
function drawChartsSoon(): void {
  if (chartsDue) return
  chartsDue = true
  setTimeout(() => {
    chartsDue = false
    views.show(shown, columns, chosen)
  }, chartDelay)
}

function choose(run: RunSummary): void {
  chosen = run.id
  clip.choose(run.id)
  drawChosen()
}

function setOrder(next: Order): void {
  order = next
  draw()
}

function tellCurves(): void {
  const curve = views?.curve
  if (curve === undefined) return
  charted.request(curve, runsOf(chartingOf(shown)))
  drawLines()
}

function drawLines(): void {
  if (views.curve === undefined) return
  const charting = chartingOf(shown)
  views.showLines(linesOf(charting, charted.now.now), charting.left)
}

function openPreview(): Promise<Preview | undefined> {
  preview ??= import('./sweep/preview.ts').then(({ createPreview }) => createPreview({ canvas, surface, calm }))
  return preview
}

function tellSituation(): void {
  const running = catalogue.runs.now.some(({ state }) => state === 'running')
  const some = catalogue.runs.now.length > 0
  const state = running ? 'running' : some ? 'finished' : undefined
  header.showWords(words({ connection: connection.state.now, run: state, clips: 1, coming: catalogue.coming.now }))
}

/** What a person typed stays in the address: a link or the way back leads to it. */
function textInAddress(): string {
  try {
    return decodeURIComponent(location.hash.slice(1))
  } catch {
    return ''
  }
}
