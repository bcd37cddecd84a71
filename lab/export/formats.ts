// The formats that something can be exported to.

import type { ExportDocument } from './document.ts'
import { exportOnnx } from './onnx.ts'

/** @param path what is exported; @param out the file to write, or undefined for one beside it */
export type Export = (path: string, out: string | undefined) => Promise<ExportDocument>

export const formats: Readonly<Record<string, Export>> = { onnx: exportOnnx }
