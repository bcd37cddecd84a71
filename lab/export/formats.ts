// The formats that something can be exported to.

import type { ExportDocument } from './document.ts'
import { exportGif } from './gif.ts'
import { exportHtml } from './html.ts'
import { exportMp4 } from './mp4.ts'
import { exportOnnx } from './onnx.ts'
import type { ExportRequest } from './request.ts'

export type Export = (request: ExportRequest) => Promise<ExportDocument>

export const formats: Readonly<Record<string, Export>> = {
  onnx: ({ path, out }) => exportOnnx(path, out),
  mp4: exportMp4,
  gif: exportGif,
  html: exportHtml,
}
