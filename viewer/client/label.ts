// The page on which a person compares clips and labels them, put together: connection -> session -> showing -> stage.

import type { ServerMessage } from '../protocol/messages.ts'
import { seek, shownTime } from './clock/clock.ts'
import { createPlayback } from './clock/playback.ts'
import { browserEnds } from './connection/browser-socket.ts'
import { connect } from './connection/connection.ts'
import type { Words } from './connection/words.ts'
import { setText } from './dom/element.ts'
import { value } from './dom/value.ts'
import { bindKeys } from './keys/keyboard.ts'
import { labelPerformer } from './label/actions.ts'
import { attend } from './label/attendance.ts'
import { installLabelHook } from './label/hook.ts'
import { createJudge } from './label/judge.ts'
import { labelActionOf } from './label/keys.ts'
import { createQuestionLoader } from './label/load-question.ts'
import { createLabelPage } from './label/page.ts'
import { ghostColours, modeOf, type Place, places } from './label/places.ts'
import { takeSeat } from './label/seat.ts'
import { createSession } from './label/session.ts'
import { createShowing } from './label/showing.ts'
import { createStopwatch } from './label/stopwatch.ts'
import { isLabelMessage } from './label/wire.ts'
import { labelWords, stageLines } from './label/words.ts'
import { restoreTheme, toggleTheme } from './panels/theme.ts'
import { examineHardware } from './stage/hardware.ts'
import { createNoStage } from './stage/no-stage.ts'
import { firstQuality, watchQuality } from './stage/quality.ts'
import { createStage } from './stage/stage.ts'

restoreTheme()

const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches
const linked = value(true)
const ghost = value(false)
const stopwatch = createStopwatch(() => performance.now())
const act = labelPerformer({
  changeClock: (change) => playback.change(change),
  goTo(preset) {
    stage.goTo(preset)
    cameraChanged()
  },
  toggleLink: () => linked.set(!linked.now),
  toggleTheme,
  toggleLegend: () => page.legend.toggle(),
  answer: (choice) => judge.answer(choice),
  rank: (groups) => judge.rank(groups),
  orderNow: () => ranking.order.now,
  changeOrder: (change) => ranking.change(change),
  mark: () => judge.mark(),
  skip: () => judge.skip(),
  undo: () => judge.undo(),
  toggleGhost: () => ghost.set(!ghost.now),
  toggleReview: () => void judge.toggleReview().catch((error) => page.notice.say(String(error))),
  toggleInstructions: () => page.instructions.toggle(),
})
const page = createLabelPage({
  act,
  transport: { act, changeClock: (change) => playback.change(change) },
  progress: { onRename: (name) => session.rename(name), onAskQuality: () => session.askQuality() },
  onSeek: lookBackAt,
})
const { ranking } = page.answers

const wire = {
  keep: (...message: Parameters<typeof connection.keep>) => connection.keep(...message),
  forget: (key: string) => connection.forget(key),
}
const connection = connect({ ...browserEnds, onMessage: hear, onFrame: receive, onProblem: page.notice.say })
const loader = createQuestionLoader(wire)
const seat = takeSeat({ tab: sessionStorage, browser: localStorage })
const session = createSession({
  wire,
  seat,
  tab: sessionStorage,
  notebook: localStorage,
  load: loader.load,
  say: page.notice.say,
  clock: () => Date.now(),
  after: (milliseconds, then) => void setTimeout(then, milliseconds),
})

const surfaces = Object.fromEntries(places.map((place) => [place, page.panes[place].surface])) as Record<
  Place,
  HTMLElement
>
const hardware = examineHardware()
const stage =
  hardware === 'none'
    ? createNoStage<Place>(Object.values(surfaces))
    : createStage<Place>({
        canvas: page.canvas,
        panes: surfaces,
        quality: watchQuality(firstQuality(location.search, hardware)),
        ghostColours,
        calm,
        onChange: cameraChanged,
      })
const playback = createPlayback({ draw: stage.draw, onRestart: () => {} })
const showing = createShowing({ page, stage, playback, calm })
const judge = createJudge({
  session,
  load: loader.load,
  clock: playback.clock,
  stopwatch,
  say: page.notice.say,
  tell: (line) => setText(page.live, line),
})

const { queue } = session

connection.state.watch(tellSituation)
for (const watched of [session.state, session.waiting, session.saved, queue.holding, session.quality]) {
  watched.watch(tellSituation)
}
queue.present.watch((present) => {
  if (present !== undefined) ranking.begin(present.clips.length)
  judge.begin()
  putOnStage()
})
queue.next.watch(makeReady)
judge.lookingBack.watch(putOnStage)
judge.decisive.watch((at) => {
  page.transport.markDecisive(at ?? null, playback.clock.now.duration)
  showToggles()
})
ranking.order.watch(showing.showOrder)
ghost.watch((on) => {
  showing.setGhost(on)
  showToggles()
})
linked.watch((now) => {
  stage.setLinked(now)
  cameraChanged()
})
playback.clock.watch((clock) => {
  page.transport.showClock(clock)
  page.review.showTime(shownTime(clock))
})
session.desk.watch((desk) => {
  if (desk === undefined) return
  page.instructions.show(desk.instructions)
  page.progress.showName(seat.annotator ?? desk.annotator)
})
session.progress.watch(page.progress.showProgress)
session.quality.watch(page.progress.showQuality)
session.last.watch(showReview)
session.insights.watch(showReview)

new ResizeObserver(() => {
  stage.resize()
  playback.redraw()
}).observe(page.stage)
addEventListener('online', () => connection.retryNow())
attend({ stay: session.stay, stopwatch })
bindKeys({ find: (pressed) => labelActionOf(pressed, modeNow() ?? 'pair'), act, sliders: 'themselves' })
installLabelHook({ session, showing, playback, stage, words })

function hear(message: ServerMessage): void {
  if (message.type === 'no-clip') loader.missing(message.run, message.clip, message.message)
  else if (message.type === 'refused') page.notice.say(message.message)
  else if (isLabelMessage(message)) session.hear(message)
}

function receive(bytes: Uint8Array): void {
  try {
    loader.received(bytes)
  } catch (error) {
    page.notice.say(`a clip could not be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function modeNow() {
  const present = queue.present.now
  return present && modeOf(present.question)
}

function putOnStage(): void {
  const back = judge.lookingBack.now
  const ready = back ?? queue.present.now
  showing.show(ready)
  page.stage.toggleAttribute('data-past', back !== undefined)
  page.showQuestion(ready?.question, back === undefined ? 'present' : 'past')
  makeReady()
  showToggles()
  tellSituation()
}

/** While a person looks back, the present question waits behind it like the others. */
function makeReady(): void {
  const present = judge.lookingBack.now && queue.present.now
  showing.prepare([...(present ? [present] : []), ...queue.next.now])
}

function showReview(): void {
  const last = session.last.now
  page.review.show(last, last && session.insights.now.get(last.question.id))
  page.answers.showUndo(last !== undefined)
  page.review.showTime(shownTime(playback.clock.now))
}

/** A click on the curves of the last question shows that instant of it. */
function lookBackAt(time: number): void {
  const showIt = () => playback.change((clock) => seek({ ...clock, playing: false }, time))
  if (judge.lookingBack.now !== undefined) showIt()
  else void judge.toggleReview().then(showIt)
}

function showToggles(): void {
  page.answers.showToggles({
    ghost: ghost.now,
    review: judge.lookingBack.now !== undefined,
    mark: judge.decisive.now !== undefined,
  })
  page.answers.showMode(modeNow())
}

function words(): Words {
  return labelWords({
    connection: connection.state.now,
    state: session.state.now,
    asking: queue.present.now !== undefined,
    held: queue.holding.now.length,
    waiting: session.waiting.now.length,
    saved: session.saved.now,
  })
}

function tellSituation(): void {
  const now = words()
  page.header.showWords(now)
  const asking = queue.present.now !== undefined || judge.lookingBack.now !== undefined
  page.showWord(asking ? [] : stageLines(now, session.quality.now))
}

function cameraChanged(): void {
  page.transport.showCameras({ preset: stage.preset(), linked: linked.now })
  playback.redraw()
}
