// The page on which a person, an expert or a policy drives the hand on any task, put together. The physics runs here.

import { createLoop } from './clock/loop.ts'
import { element, setAttributes, setText } from './dom/element.ts'
import { type Actor, expertActor, personActor, policyActor } from './drive/actors.ts'
import { attemptWords, createAttemptPanel } from './drive/attempt-panel.ts'
import { actionOf, isStill, speedShares } from './drive/controls.ts'
import { createDemonstrations } from './drive/demonstrations.ts'
import { createDriver } from './drive/driver.ts'
import { listenForHolding } from './drive/held.ts'
import { installDriveHook } from './drive/hook.ts'
import { controlOf, type DriveAction, driveActionOf, driveKeys } from './drive/keys.ts'
import { createLiveFigure, type LiveFigure, lookingOf } from './drive/live-figure.ts'
import { listenForPokes } from './drive/poking.ts'
import { pushVelocity } from './drive/pushing.ts'
import { watchRuns } from './drive/run-policies.ts'
import type { Session } from './drive/session.ts'
import { type ActorKind, createTaskPanel } from './drive/task-panel.ts'
import { createTouchPad } from './drive/touch-pad.ts'
import { bindKeys } from './keys/keyboard.ts'
import { createLegend } from './panels/legend.ts'
import { createNotice } from './panels/notice.ts'
import { createScreenHeader } from './panels/screen-header.ts'
import { restoreTheme, toggleTheme } from './panels/theme.ts'
import { createOpener, type Opened } from './replay/opener.ts'
import { createVerification } from './replay/verification.ts'
import { startVerifyWorker } from './replay/verify-thread.ts'
import { examineHardware } from './stage/hardware.ts'
import { presets } from './stage/presets.ts'
import { firstQuality, watchQuality } from './stage/quality.ts'
import { createSoloStage } from './stage/solo-stage.ts'

restoreTheme()

const asked = new URLSearchParams(location.search)
const firstTask = asked.get('task') ?? 'push'
const physics = import('./drive/physics.ts')
const legend = createLegend(driveKeys)
const notice = createNotice()
const held = listenForHolding(grip)
const person = personActor(personAction)
const driver = createDriver({
  openSession: async (task, seed) => (await physics).openSession(task, seed),
  actor: person,
  onProblem: notice.say,
})
const canvas = element('canvas', { 'aria-hidden': 'true' })
const surface = element('div', { class: 'surface' })
const badge = element('p', { class: 'badge solved', role: 'status', hidden: true })
const pane = element('section', { class: 'pane alone', 'aria-label': 'The robot' }, surface, badge)
const frame = element('div', { class: 'stage alone' }, canvas, pane)
const hardware = examineHardware()
const stage =
  hardware === 'none'
    ? undefined
    : createSoloStage({
        canvas,
        surface,
        quality: watchQuality(firstQuality(location.search, hardware)),
        calm: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
        onMove: () => loop.wake(),
      })
if (stage === undefined) surface.textContent = 'This browser cannot draw in 3-D: WebGL is switched off or missing.'
const opener = createOpener({
  accept: '.onnx',
  label: 'Open a policy',
  onOpen: openPolicyFile,
  onProblem: notice.say,
  onHover: (hovering) => setAttributes(document.body, { 'data-hovering': hovering }),
})
const task = createTaskPanel({
  chooseTask: (id) => void open(id, seed),
  chooseSeed: reset,
  anotherSeed: () => reset(seed + 1),
  chooseActor,
  choosePolicyOf: (run) => void openPolicyOf(run),
  opener: opener.button,
})
const attempt = createAttemptPanel({
  run: toggleRun,
  reset: () => reset(seed),
  keep,
  push: pushNearest,
  setSpeed: (share) => {
    speed = share
  },
})
const demonstrations = createDemonstrations(() => createVerification(startVerifyWorker))
const cameras = presets.map(({ id, label }) => {
  const button = element('button', { type: 'button', class: 'text-button' }, label)
  button.addEventListener('click', () => act(`camera-${id}`))
  return button
})
const pad = createTouchPad(held, grip)
const header = createScreenHeader({ screen: 'drive', act, middle: [element('p', { class: 'about' })] })
const loop = createLoop({ draw, requestFrame: (then) => requestAnimationFrame(then) })
let seed = Math.max(0, Math.floor(Number(asked.get('seed') ?? 0)) || 0)
let speed = speedShares.first
let closed = false
let policy: Actor | undefined
let actor: Actor = person
let figure: LiveFigure | undefined

pad.append(element('div', { class: 'cameras', role: 'group', 'aria-label': 'Cameras' }, ...cameras))
document.body.append(
  header.root,
  element(
    'main',
    {},
    element('div', { class: 'theatre' }, frame, pad),
    element('aside', { 'aria-label': 'The attempt' }, attempt.root, task.root, demonstrations.root),
  ),
  notice.root,
  legend.root,
)
driver.session.watch(enter)
driver.attempt.watch(tell)
driver.running.watch(tell)
bindKeys({ find: driveActionOf, act, sliders: 'themselves' })
if (stage !== undefined) listenForPokes({ pane, stage, figure: () => figure, push: driver.poke })
installDriveHook(driver, stage)
task.showPolicy(undefined)
task.showSeed(seed)
watchRuns(task.showRuns)
new ResizeObserver(() => {
  stage?.resize()
  loop.wake()
}).observe(frame)
addEventListener('gamepadconnected', () => loop.wake())
physics.then(
  ({ taskIds }) => task.showTasks(taskIds, firstTask),
  (error: unknown) => notice.say(`the physics could not be loaded: ${String(error)}`),
)
void open(firstTask, seed)
if (asked.has('run')) void openPolicyOf(asked.get('run')!)

function draw(elapsed: number): boolean {
  const wishing = actor === person && !isStill(held.wish())
  if (wishing) driver.run(true)
  void driver.advance(elapsed)
  figure?.pose()
  const moving = stage?.draw(elapsed, figure?.hand()) ?? false
  return moving || driver.running.now || navigator.getGamepads().some((each) => each !== null)
}

function personAction(): Float32Array {
  const { forward, up } = stage === undefined ? { forward: [0, 1] as const, up: [0, 1] as const } : lookingOf(stage)
  // Seen from right above, the top of the picture is what lies ahead.
  const flat = Math.hypot(forward[0], forward[1]) > 0.1 ? forward : up
  return actionOf({ wish: held.wish(), slow: held.slow(), closed, speed, looking: [flat[0], flat[1]] })
}

function act(action: DriveAction): void {
  const control = controlOf(action)
  if (control !== undefined) held.hold(control)
  else if (action.startsWith('camera-'))
    stage?.rig.goTo(action.slice('camera-'.length) as (typeof presets)[number]['id'])
  else others[action]?.()
  loop.wake()
}

const others: Readonly<Partial<Record<DriveAction, () => void>>> = {
  grip,
  run: toggleRun,
  reset: () => reset(seed),
  'new-seed': () => reset(seed + 1),
  keep,
  push: pushNearest,
  'toggle-theme': toggleTheme,
  'toggle-legend': () => legend.toggle(),
}

function grip(): void {
  closed = !closed
  if (actor === person) driver.run(true)
  loop.wake()
}

function toggleRun(): void {
  driver.run(!driver.running.now)
  loop.wake()
}

async function open(id: string, from: number): Promise<void> {
  header.showWords({ text: 'Loading', mood: 'waiting' })
  seed = from
  closed = false
  await driver.open(id, from)
  loop.wake()
}

function reset(next: number): void {
  seed = next
  closed = false
  task.showSeed(seed)
  driver.reset(seed)
  enter(driver.session.now)
}

/** Another start has other places: the figure is made anew. */
function enter(session: Session | undefined): void {
  const before = figure
  figure = session && stage && createLiveFigure(session.env, stage)
  before?.dispose()
  loop.wake()
}

function chooseActor(kind: ActorKind): void {
  actor = kind === 'expert' ? expertActor : kind === 'policy' ? (policy ?? person) : person
  driver.setActor(actor)
  tell()
}

async function openPolicyOf(run: string): Promise<void> {
  if (run === '') return
  try {
    const { fetchPolicy } = await import('./policy/policy.ts')
    await usePolicy(await fetchPolicy(run), run)
  } catch (error) {
    notice.say(error instanceof Error ? error.message : String(error))
  }
}

function openPolicyFile({ name, bytes }: Opened): void {
  usePolicy(bytes, name).catch((error: unknown) => {
    notice.say(`${name}: ${error instanceof Error ? error.message : String(error)}`)
  })
}

async function usePolicy(bytes: Uint8Array, name: string): Promise<void> {
  const { openPolicy } = await import('./policy/policy.ts')
  const opened = await openPolicy(bytes)
  const before = policy
  policy = policyActor(opened, name)
  task.showPolicy(name)
  task.showActor('policy')
  chooseActor('policy')
  await before?.dispose?.()
  const learned = opened.notes.task
  const { taskIds } = await physics
  if (learned === undefined || !taskIds.includes(learned) || learned === driver.session.now?.env.id) return
  task.showTasks(taskIds, learned)
  await open(learned, seed)
}

function keep(): void {
  try {
    const recording = driver.recording()
    if (recording === undefined) return
    driver.run(false)
    demonstrations.keep(recording)
    notice.say('Kept; it is being simulated again')
  } catch (error) {
    notice.say(error instanceof Error ? error.message : String(error))
  }
}

function pushNearest(): void {
  const found = figure?.nearest()
  if (found !== undefined && stage !== undefined)
    driver.poke({ ...found, velocity: pushVelocity([0, 0], lookingOf(stage)) })
  loop.wake()
}

function tell(): void {
  const now = driver.attempt.now
  attempt.show(now, driver.running.now)
  const { words } = attemptWords(now)
  setText(badge, now?.solvedAt === undefined ? '' : words)
  setAttributes(badge, { hidden: now?.solvedAt === undefined, 'data-tone': now?.success ? 'good' : 'plain' })
  if (now === undefined) header.showWords({ text: 'Loading', mood: 'waiting' })
  else if (driver.running.now) header.showWords({ text: 'Running', mood: 'good' })
  else header.showWords({ text: now.over ? 'Time is up' : now.steps === 0 ? 'Ready' : 'Paused', mood: 'done' })
  loop.wake()
}
