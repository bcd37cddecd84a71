// How a clip looks when it is laid over another one: in one colour, and see-through.

import { MeshLambertMaterial } from 'three'

/** Which other clip is laid over the clip of each place. */
export type Ghosts<Place extends string> = Readonly<Partial<Record<Place, Place>>>

/** @param colour what marks the clip elsewhere on the page */
export function createGhostPaint(colour: string): MeshLambertMaterial {
  const paint = new MeshLambertMaterial({ color: colour, transparent: true, opacity: 0.5 })
  // Behind what lies in the same place: where both clips agree, nothing flickers.
  paint.polygonOffset = true
  paint.polygonOffsetFactor = 1
  paint.polygonOffsetUnits = 2
  return paint
}
