// The attempts that were kept: each is simulated again in a worker, can be downloaded, and sent to the server.

import type { Recording } from '../../../sim/recording.ts'
import { encodeRecording } from '../../../sim/recording-codec.ts'
import { element, setAttributes, setText } from '../dom/element.ts'
import { seconds } from '../dom/format.ts'
import { endOfStep, secondsOfAction } from '../replay/recorded-clip.ts'
import { verdictWords } from '../replay/verdict-words.ts'
import type { Verification } from '../replay/verification.ts'
import { download, fileName } from '../video/download.ts'
import { sendDemonstration } from './sending.ts'

export interface Demonstrations {
  readonly root: HTMLElement
  keep(recording: Recording): void
}

/** @param verification one for each demonstration: nobody's is given up for another's */
export function createDemonstrations(verification: () => Verification): Demonstrations {
  const list = element('ol', { class: 'demonstrations' })
  const empty = element(
    'p',
    { class: 'export-note' },
    'None yet. What you keep is listed here until the page is closed.',
  )

  function entryOf(recording: Recording): HTMLElement {
    const bytes = new Uint8Array(encodeRecording(recording))
    const name = `${fileName(recording.task, recording.policy, recording.seed, list.children.length + 1)}.rec`
    const checked = element('p', { class: 'export-note', role: 'status' }, 'Simulating it again …')
    const sent = element('p', { class: 'export-note', role: 'status' })
    const save = button('Download', `Download ${name}`, () => download(new Blob([bytes]), name))
    const send = button('Send', `Send ${name} to the server`, () => void sendNow())
    save.disabled = send.disabled = true

    async function check(): Promise<void> {
      const answer = await verification().verify(bytes)
      if (answer === undefined) return
      const { title, details, tone } = verdictWords(recording, answer)
      setText(checked, tone === 'good' ? title : `${title}. ${details} It is no demonstration.`)
      setAttributes(checked, { 'data-tone': tone })
      save.disabled = send.disabled = tone !== 'good'
    }

    async function sendNow(): Promise<void> {
      send.disabled = true
      setText(sent, 'Sending …')
      const { ok, said } = await sendDemonstration(bytes)
      setText(sent, said)
      setAttributes(sent, { 'data-tone': ok ? 'good' : 'trouble' })
      send.disabled = ok
    }

    void check()
    return element(
      'li',
      {},
      element('p', {}, summaryOf(recording)),
      checked,
      element('div', { class: 'row' }, save, send),
      sent,
    )
  }

  return {
    root: element(
      'section',
      { class: 'card export', 'aria-label': 'Demonstrations' },
      element('h2', {}, 'Demonstrations'),
      empty,
      list,
    ),
    keep(recording) {
      setAttributes(empty, { hidden: true })
      list.append(entryOf(recording))
    },
  }
}

function summaryOf(recording: Recording): string {
  const { task, seed, rewards, success } = recording
  const solved = success.indexOf(1)
  const outcome = solved < 0 ? 'not solved' : `solved at ${seconds(endOfStep(recording, solved))}`
  return `${task}, seed ${seed}: ${seconds(rewards.length * secondsOfAction(recording))}, ${outcome}`
}

function button(face: string, label: string, press: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: 'text-button framed', 'aria-label': label }, face)
  made.addEventListener('click', press)
  return made
}
