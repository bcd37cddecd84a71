// What the labelling page tells tests about itself, as `window.raprefLabel`. Types only: Node's tests import this too.

import type { LabelQuestion } from '../../protocol/label.ts'
import type { Place } from './places.ts'

export interface LabelHook {
  /** What the page says that it is doing. */
  words(): string
  /** The question on stage. */
  question(): LabelQuestion | undefined
  /** Questions behind it whose clips and meshes are ready. */
  ready(): number
  /** Answers that the server has not confirmed, and those that it has since the page was opened. */
  answers(): { readonly waiting: number; readonly saved: number }
  time(): number
  playing(): boolean
  /** Poses of the drawn bodies, [bodies][7], as they were last drawn. */
  poses(place: Place): number[][]
  /** What lies in the graphics memory. */
  counts(): { readonly geometries: number; readonly textures: number; readonly programs: number }
  /** Draws what is on stage at once, as an answer draws the next question. */
  draw(): void
  /** Stops the clock there; resolves once it is drawn. */
  seek(time: number): Promise<void>
}
