// A clip as one HTML file that plays it without a network.

import type { Recording } from '../../../sim/recording.ts'
import { encodeRecording } from '../../../sim/recording-codec.ts'
import { fillClipDocument } from '../../protocol/clip-document.ts'
import { gzipped } from './gzip.ts'

/** @throws where the server does not have the document's page */
export async function documentFile(recording: Recording): Promise<Blob> {
  const response = await fetch('clip.html')
  if (!response.ok) throw new Error(`the page of the document is missing: ${(await response.text()).trim()}`)
  const { task, policy, seed } = recording
  const compressed = await gzipped(new Uint8Array(encodeRecording(recording)))
  const text = fillClipDocument({ template: await response.text(), title: `${task} · ${policy} · ${seed}`, compressed })
  return new Blob([text], { type: 'text/html' })
}
