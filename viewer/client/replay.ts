// The page on which any recording is opened, simulated again and exported, put together.

import type { Recording } from '../../sim/recording.ts'
import { decodeRecording } from '../../sim/recording-codec.ts'
import { element, setAttributes, setText } from './dom/element.ts'
import { bindKeys } from './keys/keyboard.ts'
import { createLegend } from './panels/legend.ts'
import { createNotice } from './panels/notice.ts'
import { createScreenHeader } from './panels/screen-header.ts'
import { restoreTheme } from './panels/theme.ts'
import { createExportPanel } from './replay/export-panel.ts'
import { exportClip } from './replay/exporter.ts'
import { installReplayHook } from './replay/hook.ts'
import { type ReplayAction, replayActionOf, replayKeys } from './replay/keys.ts'
import { addressed, createOpener, fetchRecording, type Opened } from './replay/opener.ts'
import { createPlayer } from './replay/player.ts'
import { createVerdictPanel } from './replay/verdict-panel.ts'
import { verdictWords } from './replay/verdict-words.ts'
import { createVerification } from './replay/verification.ts'
import { startVerifyWorker } from './replay/verify-thread.ts'
import { examineHardware } from './stage/hardware.ts'
import { firstQuality } from './stage/quality.ts'

restoreTheme()

interface Present {
  readonly recording: Recording
  readonly bytes: Uint8Array
}

const legend = createLegend(replayKeys)
const notice = createNotice()
const player = createPlayer({
  toggleLegend: () => legend.toggle(),
  calm: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
})
const opener = createOpener({
  accept: '.rec',
  label: 'Open a recording',
  onOpen: open,
  onProblem: refuse,
  onHover: (hovering) => setAttributes(document.body, { 'data-hovering': hovering }),
})
const verdict = createVerdictPanel({ verify, goTo: player.stopAt })
const exports = createExportPanel({ start: startExport, cancel: () => job.abort() })
const verification = createVerification(startVerifyWorker)
const about = element('p', { class: 'about' })
const header = createScreenHeader({ screen: 'replay', act: player.act, middle: [opener.button, about] })
const empty = element('div', { class: 'empty dropping' }, 'Drop a recording here, or open one')
const problem = element('p', { class: 'card problem', role: 'alert', hidden: true })
let present: Present | undefined
let job = new AbortController()

player.pane.append(empty)
document.body.append(
  header.root,
  element(
    'main',
    {},
    player.root,
    element(
      'aside',
      { 'aria-label': 'The recording' },
      problem,
      player.facts,
      verdict.root,
      exports.root,
      player.terms,
    ),
  ),
  notice.root,
  legend.root,
)
verdict.show('none')
exports.show({ kind: 'none' })
header.showWords({ text: 'Waiting for a recording', mood: 'waiting' })
bindKeys({ find: replayActionOf, act })
installReplayHook(player)
openAddressed()

function act(action: ReplayAction): void {
  if (action === 'open') opener.choose()
  else if (action === 'verify') verify()
  else if (action === 'export') exports.press()
  else player.act(action)
}

function openAddressed(): void {
  const asked = addressed(location.search)
  if (asked === undefined) return
  header.showWords({ text: 'Fetching', mood: 'waiting' })
  fetchRecording(asked).then(open, (error: Error) => refuse(error.message))
}

function open({ name, bytes }: Opened): void {
  try {
    show({ recording: decodeRecording(bytes), bytes }, name)
  } catch (error) {
    refuse(`${name}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function show(next: Present, name: string): void {
  present = next
  verification.cancel()
  job.abort()
  player.show(next.recording)
  setAttributes(problem, { hidden: true })
  setAttributes(empty, { hidden: true })
  setText(about, name)
  verdict.show('ready')
  const drawable = player.scenery !== undefined && player.stage !== undefined
  exports.show({ kind: drawable ? 'ready' : 'none' })
  const { text, mood } = player.scenery
    ? { text: 'Ready', mood: 'good' as const }
    : { text: 'Nothing to draw', mood: 'trouble' as const }
  header.showWords({ text, mood })
}

/** What was open stays open. */
function refuse(why: string): void {
  setText(problem, why)
  setAttributes(problem, { hidden: false })
  header.showWords({ text: 'Not opened', mood: 'trouble' })
}

async function verify(): Promise<void> {
  const asked = present
  if (asked === undefined) return
  verdict.show('simulating')
  const answer = await verification.verify(asked.bytes)
  if (answer === undefined || present !== asked) return
  const words = verdictWords(asked.recording, answer)
  if (answer.ok && answer.again !== undefined) player.showAgain(answer.again)
  if (words.at !== undefined) player.stopAt(words.at)
  verdict.show(words)
}

function startExport(...[format, settings]: Parameters<Parameters<typeof createExportPanel>[0]['start']>): void {
  const { stage, scenery } = player
  if (present === undefined || stage === undefined || scenery === undefined) return
  job = new AbortController()
  const quality = firstQuality(location.search, examineHardware())
  const { recording } = present
  void exportClip({ format, settings, recording, scenery, stage, quality, signal: job.signal }, exports.show)
}
