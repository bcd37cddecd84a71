// A contact sheet: a picture of each task with its name below.

import type { Picture } from '../export/png.ts'
import { GLYPH } from './font.ts'
import { Page } from './page.ts'
import { portrait } from './portrait.ts'

export interface SheetOptions {
  readonly tasks: readonly string[]
  /** Pictures in a row. @default 5 */
  readonly columns?: number
  /** Of each picture, pixels. @default 300 x 240 */
  readonly width?: number
  readonly height?: number
  /** Stops between two pictures. */
  readonly signal?: AbortSignal
  /** Takes each task's id as its picture is done. */
  readonly report?: (task: string) => void
}

const PAPER = [255, 255, 255] as const
const PEN = [52, 58, 66] as const
/** Pixels between pictures, and a font dot's size. */
const GAP = 8
const SCALE = 2
const CAPTION = GLYPH.height * SCALE + 2 * GAP
const FINESSE = 3
const SEED = 1

export async function drawSheet(options: SheetOptions): Promise<Picture> {
  const { tasks, columns = 5, width = 300, height = 240, signal, report = () => {} } = options
  const rows = Math.ceil(tasks.length / columns)
  const page = new Page(GAP + columns * (width + GAP), GAP + rows * (height + CAPTION), PAPER)
  for (const [place, task] of tasks.entries()) {
    signal?.throwIfAborted()
    const x = GAP + (place % columns) * (width + GAP)
    const y = GAP + Math.floor(place / columns) * (height + CAPTION)
    page.place(await portrait(task, { width, height, finesse: FINESSE, seed: SEED }), x, y)
    page.write(task, x + width / 2, y + height + GAP, { scale: SCALE, colour: PEN })
    report(task)
  }
  return page
}
