// A recording as one HTML file that plays it, in 3-D and with a free camera, wherever it is opened.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { fillClipDocument } from '../../viewer/protocol/clip-document.ts'
import { ensurePage } from '../../viewer/server/page.ts'
import { writeAtomic } from '../files/write-atomic.ts'
import { besides, chosenRecording } from './chosen-recording.ts'
import type { ExportDocument } from './document.ts'
import type { ExportRequest } from './request.ts'

export async function exportHtml(request: ExportRequest): Promise<ExportDocument> {
  const { file, bytes, recording } = await chosenRecording(request)
  const out = request.out ?? besides(file, 'html')
  const template = await readFile(join(await ensurePage({ log: request.log }), 'clip.html'), 'utf8')
  const title = `${recording.task} · ${recording.policy} · ${recording.seed}`
  const text = fillClipDocument({ template, title, compressed: gzipSync(bytes) })
  await writeAtomic(out, text)
  return { from: request.path, to: 'html', file: out, bytes: Buffer.byteLength(text) }
}
