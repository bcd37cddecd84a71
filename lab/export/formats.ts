// The formats that something can be exported to.

import type { ExportDocument } from './document.ts'
import { exportGif } from './gif.ts'
import { exportHdf5 } from './hdf5.ts'
import { exportHtml } from './html.ts'
import { exportMinari } from './minari.ts'
import { exportMp4 } from './mp4.ts'
import { exportNpz } from './npz.ts'
import { exportOnnx } from './onnx.ts'
import type { ExportRequest } from './request.ts'

export type Export = (request: ExportRequest) => Promise<ExportDocument>

export const formats: Readonly<Record<string, Export>> = {
  onnx: ({ path, out }) => exportOnnx(path, out),
  mp4: exportMp4,
  gif: exportGif,
  html: exportHtml,
  hdf5: exportHdf5,
  minari: exportMinari,
  npz: exportNpz,
}
