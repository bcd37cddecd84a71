// The page on which runs are watched, put together: connection -> runs -> comparison -> stage, with one clock and the panels around them.

import { decodeClip } from '../protocol/frames.ts'
import { clipKey, type ServerMessage } from '../protocol/messages.ts'
import { fit } from './clock/clock.ts'
import { createPlayback } from './clock/playback.ts'
import { pairBadge } from './compare/badges.ts'
import { type Choice, firstChoices, type Side, sides } from './compare/choice.ts'
import { createComparison, type Shown } from './compare/comparison.ts'
import { durationOf } from './compare/sampling.ts'
import { browserEnds } from './connection/browser-socket.ts'
import { connect } from './connection/connection.ts'
import { words } from './connection/words.ts'
import { value } from './dom/value.ts'
import { installHook } from './hook/hook.ts'
import { performer } from './keys/actions.ts'
import { listenForKeys } from './keys/keyboard.ts'
import { createPage } from './panels/page.ts'
import { setBadge } from './panels/side-panel.ts'
import { restoreTheme, toggleTheme } from './panels/theme.ts'
import { createCatalogue } from './runs/catalogue.ts'
import { createCharted } from './runs/charted.ts'
import { createLibrary } from './runs/library.ts'
import { createRuns, firstToWatch } from './runs/runs.ts'
import { examineHardware } from './stage/hardware.ts'
import { createNoStage } from './stage/no-stage.ts'
import { firstQuality, watchQuality } from './stage/quality.ts'
import { createStage } from './stage/stage.ts'
import { addressOf, readAddress } from './watch/address.ts'
import { seedLines, siblingsOf } from './watch/seed-lines.ts'

restoreTheme()

const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches
const later = (then: () => void) => void setTimeout(then, 150)
const linked = value(true)
const chooserOpen = value(false)
/** Runs of the address that the server has not told of yet. */
let awaited = true
const act = performer({
  changeClock: (change) => playback.change(change),
  goTo: (preset) => {
    stage.goTo(preset)
    cameraChanged()
  },
  toggleLink: () => linked.set(!linked.now),
  toggleTheme,
  toggleLegend: () => page.legend.toggle(),
})
const page = createPage({
  header: { act, onChooser: () => toggleChooser(!chooserOpen.now) },
  chooser: { onWatch: watchRun, onClose: () => toggleChooser(false) },
  transport: { act, changeClock: (change) => playback.change(change), showNewest: () => comparison.nextRound() },
  starts: {
    onStart: (seed) => pickBoth({ left: { kind: 'start', seed }, right: { kind: 'start', seed } }),
    onRecorded: () => pickBoth(firstChoices),
  },
  onPick: (side, choice) => comparison.pick(side, choice),
  onChooseRun: () => toggleChooser(true),
  onCurve: tellSeeds,
})

const library = createLibrary({
  request: (run, clip) => connection.keep(clipKey({ run, clip }), { type: 'clip', run, clip }),
  settled: (run, clip) => connection.forget(clipKey({ run, clip })),
  room: 24,
})
const comparison = createComparison(library, page.notice.say)
const catalogue = createCatalogue(later)
const runs = createRuns({ onWatch: (names) => connection.keep('watch', { type: 'watch', runs: [...names] }) })
const charted = createCharted({
  later,
  onRequest: (curve, names) => connection.keep('chart', { type: 'chart', curve, runs: [...names] }),
})
const connection = connect({ ...browserEnds, onMessage: hear, onFrame: receive, onProblem: page.notice.say })

const surfaces = { left: page.panes.left.surface, right: page.panes.right.surface }
const hardware = examineHardware()
const stage =
  hardware === 'none'
    ? createNoStage(Object.values(surfaces))
    : createStage({
        canvas: page.canvas,
        panes: surfaces,
        quality: watchQuality(firstQuality(location.search, hardware)),
        calm,
        onChange: cameraChanged,
      })
const playback = createPlayback({ draw: stage.draw, onRestart: comparison.nextRound })

connection.state.watch(tellSituation)
catalogue.runs.watch(() => {
  watchSomething()
  tellRuns()
  tellSeeds()
})
catalogue.coming.watch(tellRuns)
runs.right.status.watch(page.status.show)
runs.right.curves.watch((curves) => page.curves.showCurves(curves, comparison.shown.now))
charted.now.watch(drawSeeds)
for (const side of sides) {
  runs[side].run.watch(() => {
    tellRuns()
    tellSeeds()
  })
  runs[side].offer.watch((offer) => {
    comparison.follow(side, offer)
    tellSituation()
    drawPickers()
  })
  runs[side].about.watch(tellAbout)
}
comparison.choices.watch(drawPickers)
comparison.shown.watch(putOnStage)
comparison.waiting.watch(tellWaiting)
playback.clock.watch((clock) => {
  page.transport.showClock(clock)
  for (const side of sides) page.panes[side].show(comparison.shown.now[side], clock.time)
  tellWaiting()
})
linked.watch((now) => {
  stage.setLinked(now)
  cameraChanged()
})
chooserOpen.watch((open) => {
  page.main.classList.toggle('choosing', open)
  page.header.showChooser(open)
})

new ResizeObserver(() => {
  stage.resize()
  playback.redraw()
}).observe(page.stage)
addEventListener('online', () => connection.retryNow())
addEventListener('hashchange', watchAddressed)
listenForKeys(act)
installHook({ connection, runs, comparison, playback, stage, words: situation })

function hear(message: ServerMessage): void {
  catalogue.hear(message)
  runs.hear(message)
  charted.hear(message)
  if (message.type === 'no-clip') library.missing(message.run, message.clip, message.message)
  if (message.type === 'refused') page.notice.say(message.message)
}

function receive(bytes: Uint8Array): void {
  try {
    library.arrived(decodeClip(bytes))
  } catch (error) {
    page.notice.say(`a clip could not be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function putOnStage(shown: Shown): void {
  const clips = sides.map((side) => shown[side]).filter((clip) => clip !== undefined)
  const first = playback.clock.now.duration === 0 && clips.length > 0
  const duration = Math.max(0, ...clips.map(durationOf))
  const interval = Math.min(1, ...clips.map((clip) => clip.interval))
  for (const side of sides) stage.show(side, shown[side])
  playback.change((clock) => ({ ...fit(clock, { duration, interval }), playing: first ? !calm() : clock.playing }))
  for (const side of sides) page.panes[side].show(shown[side], playback.clock.now.time)
  page.transport.markSuccess(shown, duration)
  setBadge(page.pairBadge, pairBadge(shown.left?.clip, shown.right?.clip))
  page.curves.showCurves(runs.right.curves.now, shown)
}

function pickBoth(choices: Readonly<Record<Side, Choice>>): void {
  for (const side of sides) comparison.pick(side, choices[side])
}

function drawPickers(): void {
  for (const side of sides) page.panes[side].setClips(runs[side].offer.now?.clips ?? [], comparison.choices.now[side])
}

function situation() {
  const state = catalogue.get(runs.right.run.now ?? '')?.state
  const clips = runs.right.offer.now?.clips.length ?? 0
  return words({ connection: connection.state.now, run: state, clips, coming: catalogue.coming.now })
}

function tellSituation(): void {
  page.header.showWords(situation())
}

function tellRuns(): void {
  const watched = { left: runs.left.run.now, right: runs.right.run.now }
  page.header.showRuns(catalogue.runs.now, catalogue.get(watched.right ?? ''))
  page.chooser.showRuns(catalogue.runs.now, catalogue.coming.now)
  page.chooser.showWatched(watched)
  for (const side of sides) page.panes[side].setRun(watched[side])
  tellSituation()
}

function tellAbout(): void {
  const both = runs.left.run.now !== runs.right.run.now
  page.about.show(both ? runs.left.about.now : undefined, runs.right.about.now)
  page.starts.setPossible(sides.every((side) => runs[side].about.now?.rollsOut))
}

function siblings() {
  return siblingsOf(catalogue.runs.now, { left: runs.left.run.now, right: runs.right.run.now })
}

function tellSeeds(): void {
  const names = Object.values(siblings()).flatMap((each) => each.runs.map(({ id }) => id))
  charted.request(page.curves.curve, names)
}

function drawSeeds(): void {
  page.curves.showLines(seedLines(siblings(), charted.now.now))
}

/** While the clock runs, its next round brings the newer clips by itself. */
function tellWaiting(): void {
  page.transport.showWaiting(comparison.waiting.now && !playback.clock.now.playing)
}

function cameraChanged(): void {
  page.transport.showCameras({ preset: stage.preset(), linked: linked.now })
  playback.redraw()
}

function toggleChooser(open: boolean): void {
  chooserOpen.set(open)
  if (open) page.chooser.focus()
}

function watchRun(run: string, side?: Side): void {
  runs.watch(run, side)
  history.replaceState(null, '', addressOf({ left: runs.left.run.now ?? run, right: runs.right.run.now ?? run }))
}

/** The runs of the address as soon as they are told of; or else the first worth watching. */
function watchSomething(): void {
  if (awaited || catalogue.get(runs.right.run.now ?? '') === undefined) watchAddressed()
}

function watchAddressed(): void {
  const { left, right } = readAddress(location.hash)
  const known = (run: string | undefined) => run === undefined || catalogue.get(run) !== undefined
  awaited = catalogue.coming.now > 0 && !(known(left) && known(right))
  if (awaited && !known(right)) return
  const first = firstToWatch(catalogue.runs.now, right)
  if (first !== undefined) runs.watch(first)
  if (first === right && left !== undefined && known(left)) runs.watch(left, 'left')
}
