// The page on which runs are watched, put together: connection -> runs -> comparison -> stage, with one clock and the panels around them.

import { decodeClip } from '../protocol/frames.ts'
import { clipKey, type ServerMessage } from '../protocol/messages.ts'
import { fit } from './clock/clock.ts'
import { createPlayback } from './clock/playback.ts'
import { pairBadge } from './compare/badges.ts'
import { sides } from './compare/choice.ts'
import { createComparison, type Shown } from './compare/comparison.ts'
import { durationOf } from './compare/sampling.ts'
import { browserEnds } from './connection/browser-socket.ts'
import { connect } from './connection/connection.ts'
import { words } from './connection/words.ts'
import { value } from './dom/value.ts'
import { installHook } from './hook/hook.ts'
import { performer } from './keys/actions.ts'
import { listenForKeys } from './keys/keyboard.ts'
import { drawCurves } from './panels/curves.ts'
import { createPage } from './panels/page.ts'
import { setBadge } from './panels/side-panel.ts'
import { restoreTheme, toggleTheme } from './panels/theme.ts'
import { createLibrary } from './runs/library.ts'
import { createRuns } from './runs/runs.ts'
import { examineHardware } from './stage/hardware.ts'
import { createNoStage } from './stage/no-stage.ts'
import { firstQuality, watchQuality } from './stage/quality.ts'
import { createStage } from './stage/stage.ts'

restoreTheme()

const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches
const linked = value(true)
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
  header: { act, watch: watchRun },
  transport: { act, changeClock: (change) => playback.change(change), showNewest: () => comparison.nextRound() },
  onPick: (side, choice) => comparison.pick(side, choice),
})

const library = createLibrary({
  request: (run, clip) => connection.keep(clipKey({ run, clip }), { type: 'clip', run, clip }),
  settled: (run, clip) => connection.forget(clipKey({ run, clip })),
})
const comparison = createComparison(library, page.notice.say)
const runs = createRuns({
  preferred: runInAddress(),
  onWatch: (run) => connection.keep('watch', { type: 'watch', run }),
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
runs.list.watch(tellRuns)
runs.watched.watch(tellRuns)
runs.status.watch(page.status.show)
runs.offer.watch((offer) => {
  comparison.follow(offer)
  tellSituation()
  drawPickers()
})
runs.curves.watch((curves) => drawCurves(page.curves, curves, comparison.shown.now))
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

new ResizeObserver(() => {
  stage.resize()
  playback.redraw()
}).observe(page.stage)
addEventListener('online', () => connection.retryNow())
listenForKeys(act)
installHook({ connection, runs, comparison, playback, stage, words: situation })

function hear(message: ServerMessage): void {
  runs.hear(message)
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
  drawCurves(page.curves, runs.curves.now, shown)
}

function drawPickers(): void {
  const clips = runs.offer.now?.clips ?? []
  for (const side of sides) page.panes[side].setClips(clips, comparison.choices.now[side])
}

function situation() {
  const state = runs.list.now.find(({ id }) => id === runs.watched.now)?.state
  return words({ connection: connection.state.now, run: state, clips: runs.offer.now?.clips.length ?? 0 })
}

function tellSituation(): void {
  page.header.showWords(situation())
}

function tellRuns(): void {
  page.header.showRuns(runs.list.now, runs.watched.now)
  tellSituation()
}

/** While the clock runs, its next round brings the newer clips by itself. */
function tellWaiting(): void {
  page.transport.showWaiting(comparison.waiting.now && !playback.clock.now.playing)
}

function cameraChanged(): void {
  page.transport.showCameras({ preset: stage.preset(), linked: linked.now })
  playback.redraw()
}

function watchRun(run: string): void {
  history.replaceState(null, '', `#${encodeURIComponent(run)}`)
  runs.watch(run)
}

/** As in `http://127.0.0.1:8000/#drawer-open-1`. */
function runInAddress(): string | undefined {
  try {
    return decodeURIComponent(location.hash.slice(1)) || undefined
  } catch {
    return undefined
  }
}
