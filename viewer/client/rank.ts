// The page on which a person puts factors in an order, put together: run -> pairs of its episodes -> what the order says of
// them -> a run that learns from it.

import { decodeClip } from '../protocol/frames.ts'
import { clipKey, type ServerMessage } from '../protocol/messages.ts'
import type { RankingPair, RankingVerdict } from '../protocol/ranking.ts'
import { browserEnds } from './connection/browser-socket.ts'
import { connect } from './connection/connection.ts'
import { words } from './connection/words.ts'
import { element, fill, setAttributes, setText } from './dom/element.ts'
import { bindKeys } from './keys/keyboard.ts'
import { type Action, actionOf, pageKeys } from './keys/table.ts'
import { createLegend } from './panels/legend.ts'
import { createNotice } from './panels/notice.ts'
import { createScreenHeader } from './panels/screen-header.ts'
import { restoreTheme, toggleTheme } from './panels/theme.ts'
import { askJudgement, askStart } from './rank/ask-server.ts'
import { createBoard } from './rank/board.ts'
import { levelText, parseLevel } from './rank/levels.ts'
import { createPairList } from './rank/pair-list.ts'
import type { PairStage } from './rank/pair-stage.ts'
import { decidedBy } from './rank/verdict-words.ts'
import { createCatalogue } from './runs/catalogue.ts'
import { createLibrary } from './runs/library.ts'
import { addressOf } from './watch/address.ts'

restoreTheme()

const later = (then: () => void) => void setTimeout(then, 150)
const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches
let run: string | undefined
let task = ''
let verdicts: ReadonlyMap<string, RankingVerdict> = new Map()
let chosen: RankingPair | undefined
/** The newest question; answers to older ones are not shown. */
let asked = 0
let stage: Promise<PairStage | undefined> | undefined

const legend = createLegend([pageKeys])
const notice = createNotice()
const chooser = element('select', { 'aria-label': 'Run whose recordings are compared' })
const header = createScreenHeader({ screen: 'rank', act, middle: [chooser] })
const board = createBoard()
const pairs = createPairList(choose)
const problem = element('p', { class: 'trouble', role: 'alert', hidden: true })
const notes = element('ul', { class: 'rank-notes quiet' })
const start = element(
  'button',
  { type: 'button', class: 'text-button primary-button', disabled: true },
  'Learn from it',
)
const startWords = element('p', { class: 'quiet', role: 'status' })
const canvas = element('canvas', { 'aria-hidden': 'true' })
const panes = {
  left: element('div', { class: 'surface', role: 'img', 'aria-label': 'Clip on the left' }),
  right: element('div', { class: 'surface', role: 'img', 'aria-label': 'Clip on the right' }),
}
const clipWords = element('p', { class: 'quiet', role: 'status' }, 'Choose a pair to look at it.')
const play = element('button', { type: 'button', class: 'text-button framed' }, 'Play or pause')
const catalogue = createCatalogue(later)
const library = createLibrary({
  request: (of, clip) => connection.keep(clipKey({ run: of, clip }), { type: 'clip', run: of, clip }),
  settled: (of, clip) => connection.forget(clipKey({ run: of, clip })),
})

document.body.append(
  header.root,
  element(
    'main',
    { class: 'rank' },
    element(
      'section',
      { class: 'card ranking-card', 'aria-label': 'Ranking' },
      element('h2', {}, 'What matters most'),
      board.root,
      problem,
      notes,
      element('div', { class: 'rank-start' }, start, startWords),
    ),
    element(
      'section',
      { class: 'card rank-stage', 'aria-label': 'The chosen pair' },
      element('div', { class: 'rank-theatre' }, canvas, panes.left, panes.right),
      element('div', { class: 'rank-words' }, clipWords, play),
    ),
    pairs.root,
  ),
  notice.root,
  legend.root,
)

const connection = connect({ ...browserEnds, onMessage: hear, onFrame: receive, onProblem: notice.say })
connection.state.watch(tellSituation)
catalogue.runs.watch(offerRuns)
catalogue.coming.watch(offerRuns)
board.levels.watch(() => judgeSoon())
chooser.addEventListener('change', () => open(chooser.value))
start.addEventListener('click', () => void startRun())
play.addEventListener('click', () => void stage?.then((open) => open?.togglePlay()))
addEventListener('online', () => connection.retryNow())
bindKeys({ find: actionOf, act })

function act(action: Action): void {
  if (action === 'toggle-legend') legend.toggle()
  if (action === 'toggle-theme') toggleTheme()
  if (action === 'toggle-play') void stage?.then((open) => open?.togglePlay())
}

function hear(message: ServerMessage): void {
  catalogue.hear(message)
  if (message.type === 'no-clip') library.missing(message.run, message.clip, message.message)
  if (message.type === 'refused') notice.say(message.message)
}

function receive(bytes: Uint8Array): void {
  try {
    library.arrived(decodeClip(bytes))
  } catch (error) {
    notice.say(`a clip could not be read: ${wordsOf(error)}`)
  }
}

function offerRuns(): void {
  const runs = catalogue.runs.now
  const options = runs.map(({ id, task: of }) =>
    element('option', { value: id, selected: id === run }, `${id} · ${of}`),
  )
  if (options.length !== chooser.options.length) fill(chooser, options)
  tellSituation()
  if (run !== undefined || catalogue.coming.now > 0) return
  const wanted = new URLSearchParams(location.search).get('run')
  const first = runs.find(({ id }) => id === wanted) ?? runs[0]
  if (first !== undefined) open(first.id)
}

/** Another run: its own ranking is where one begins. */
function open(next: string): void {
  run = next
  verdicts = new Map()
  chosen = undefined
  chooser.value = next
  history.replaceState(null, '', `?${new URLSearchParams({ run: next })}`)
  void judge(undefined)
}

/** Typing and dragging ask once, when they rest. */
function judgeSoon(): void {
  const mine = ++asked
  later(() => {
    if (mine === asked && task !== '') void judge(board.levels.now.map(levelText))
  })
}

async function judge(order: readonly string[] | undefined): Promise<void> {
  if (run === undefined) return
  const mine = ++asked
  try {
    const found = await askJudgement({ run, ...(order === undefined ? {} : { order: [...order] }) })
    if (mine !== asked) return
    task = found.task
    if (order === undefined) {
      board.begin(found.order.map(parseLevel), found.factors)
      // The board told of its change; the answer to it is already here.
      asked++
    }
    pairs.show(found, verdicts)
    board.showDecided(decidedBy(found.verdicts, found.order.length).by)
    verdicts = new Map(found.pairs.map(({ id }, place) => [id, found.verdicts[place]!]))
    fill(
      notes,
      found.notes.map((note) => element('li', {}, note)),
    )
    tellProblem('')
    setAttributes(start, { disabled: found.order.length === 0 })
    choose(found.pairs.find(({ id }) => id === chosen?.id) ?? found.pairs[0])
  } catch (error) {
    if (mine === asked) tellProblem(wordsOf(error))
  }
}

function tellProblem(text: string): void {
  setText(problem, text)
  setAttributes(problem, { hidden: text === '' })
  if (text !== '') setAttributes(start, { disabled: true })
}

function choose(pair: RankingPair | undefined): void {
  pairs.showChosen(pair?.id)
  if (pair === undefined || pair.id === chosen?.id) return
  chosen = pair
  show(pair).catch((error: unknown) => setText(clipWords, wordsOf(error)))
}

async function show(pair: RankingPair): Promise<void> {
  const of = run!
  setText(clipWords, 'Loading the pair')
  stage ??= import('./rank/pair-stage.ts').then(({ createPairStage }) => createPairStage({ canvas, panes, calm }))
  const [open, left, right] = await Promise.all([stage, library.get(of, pair.first), library.get(of, pair.second)])
  if (chosen !== pair) return
  open?.show({ left, right })
  const drawn = open === undefined ? 'This browser cannot draw in 3-D. ' : ''
  setText(clipWords, `${drawn}${pair.fair ? 'Same start' : 'Different starts'}`)
}

async function startRun(): Promise<void> {
  setAttributes(start, { disabled: true })
  try {
    const { run: name, command } = await askStart({ task, order: board.levels.now.map(levelText) })
    const link = element('a', { href: `./${addressOf({ right: name })}` }, 'Watch it')
    fill(startWords, [`Started ${name}. `, link, ` As typed: ${command}`])
  } catch (error) {
    setText(startWords, wordsOf(error))
  } finally {
    setAttributes(start, { disabled: false })
  }
}

function tellSituation(): void {
  const some = catalogue.runs.now.length > 0
  const state = some ? 'finished' : undefined
  header.showWords(words({ connection: connection.state.now, run: state, clips: 1, coming: catalogue.coming.now }))
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
