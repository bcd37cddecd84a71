// The page, put together: connection -> runs -> comparison -> stage, with one clock and the panels around them.

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
import { hasGraphicsHardware } from './stage/hardware.ts'
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
  header: { act, watch: (run) => runs.watch(run) },
  transport: { act, changeClock: (change) => playback.change(change), showNewest: () => comparison.nextRound() },
  onPick: (side, choice) => comparison.pick(side, choice),
})

const library = createLibrary({
  request: (run, clip) => connection.keep(clipKey({ run, clip }), { type: 'clip', run, clip }),
  settled: (run, clip) => connection.forget(clipKey({ run, clip })),
})
const comparison = createComparison(library, page.notice.say)
const runs = createRuns({
  preferred: decodeURIComponent(location.hash.slice(1)) || undefined,
  onWatch: (run) => connection.keep('watch', { type: 'watch', run }),
})
const connection = connect({
  ...browserEnds,
  onMessage: hear,
  onFrame: (bytes) => library.arrived(decodeClip(bytes)),
  onProblem: page.notice.say,
})

const stage = createStage({
  canvas: page.canvas,
  panes: { left: page.panes.left.surface, right: page.panes.right.surface },
  quality: watchQuality(firstQuality(location.search, hasGraphicsHardware())),
  calm,
  onChange: cameraChanged,
})
const playback = createPlayback({ draw: stage.draw, onRestart: comparison.nextRound })

connection.state.watch(tellSituation)
runs.list.watch(tellSituation)
runs.watched.watch((run) => {
  comparison.follow(run)
  page.status.show(run?.status)
  tellSituation()
  drawPickers()
  drawCurves(page.curves, run?.curves ?? [], comparison.shown.now)
})
comparison.choices.watch(drawPickers)
comparison.shown.watch(putOnStage)
comparison.waiting.watch(page.transport.showWaiting)
playback.clock.watch((clock) => {
  page.transport.showClock(clock)
  for (const side of sides) page.panes[side].show(comparison.shown.now[side], clock.time)
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
  drawCurves(page.curves, runs.watched.now?.curves ?? [], shown)
}

function drawPickers(): void {
  const clips = runs.watched.now?.clips ?? []
  for (const side of sides) page.panes[side].setClips(clips, comparison.choices.now[side])
}

function situation() {
  const run = runs.watched.now
  const state = runs.list.now.find(({ id }) => id === run?.id)?.state
  return words({ connection: connection.state.now, run: state, clips: run?.clips.length ?? 0 })
}

function tellSituation(): void {
  page.header.showRuns(runs.list.now, runs.watched.now?.id)
  page.header.showWords(situation())
}

function cameraChanged(): void {
  page.transport.showCameras({ preset: stage.preset(), linked: linked.now })
  playback.redraw()
}
