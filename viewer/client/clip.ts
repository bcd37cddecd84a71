// The document that a clip leaves as: one file with the recording in it, which plays it wherever it is opened.

import { decodeRecording } from '../../sim/recording-codec.ts'
import { recordingInDocument } from '../protocol/clip-document.ts'
import { element } from './dom/element.ts'
import { bindKeys } from './keys/keyboard.ts'
import { createLegend } from './panels/legend.ts'
import { createNotice } from './panels/notice.ts'
import { createScreenHeader } from './panels/screen-header.ts'
import { restoreTheme } from './panels/theme.ts'
import { playerActionOf, playerKeys } from './replay/keys.ts'
import { createPlayer } from './replay/player.ts'
import { gunzipped } from './video/gzip.ts'

restoreTheme()

const legend = createLegend(playerKeys)
const notice = createNotice()
const player = createPlayer({
  toggleLegend: () => legend.toggle(),
  calm: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
})
const about = element('p', { class: 'about' })
const header = createScreenHeader({ screen: undefined, act: player.act, middle: [about] })
document.body.append(
  header.root,
  element('main', {}, player.root, element('aside', { 'aria-label': 'The recording' }, player.facts, player.terms)),
  notice.root,
  legend.root,
)
bindKeys({ find: playerActionOf, act: player.act })
header.showWords({ text: 'Opening', mood: 'waiting' })
open().catch((error: unknown) => {
  header.showWords({ text: 'Nothing to play', mood: 'trouble' })
  notice.say(error instanceof Error ? error.message : String(error))
})

async function open(): Promise<void> {
  const text = document.getElementById('recording')?.textContent ?? ''
  if (text.trim() === '')
    throw new Error('there is no recording in this document: export one with rapref export --to html')
  const recording = decodeRecording(await gunzipped(recordingInDocument(text)))
  about.textContent = `${recording.task} · ${recording.policy} · seed ${recording.seed}`
  player.show(recording)
  header.showWords({ text: 'Ready', mood: 'good' })
}
