// A scene as lists of parts to draw: what never moves by itself, and what does.

import type { Scene, Shape } from '../scene.ts'
import { IDENTITY } from '../vector.ts'
import { type Ink, litInk, plainInk } from './colour.ts'
import { type Frame, frameOf } from './lens.ts'

export interface Part {
  readonly shape: Shape
  /** In the body's frame. */
  readonly place: Frame
  /** Its colour in any light. */
  readonly colours: Ink
  /** Its body's number in any light: 1 for the first body of the scene. */
  readonly number: Ink
}

export interface DrawnBody {
  /** In the scene. */
  readonly index: number
  readonly parts: readonly Part[]
}

export interface DrawnBodies {
  readonly still: readonly DrawnBody[]
  readonly moving: readonly DrawnBody[]
}

export function drawnBodies(scene: Scene): DrawnBodies {
  const inks = new Map<string, Ink>()
  const bodies = scene.bodies.map(({ kind, geoms }, index) => {
    const number = plainInk(index + 1)
    const parts = geoms
      .filter(({ hidden }) => !hidden)
      .map(({ shape, position = [0, 0, 0], rotation = IDENTITY, colour }): Part => {
        const colours = inks.get(colour) ?? litInk(colour)
        inks.set(colour, colours)
        const place = new Float64Array(12)
        frameOf([...position, ...rotation], 0, place)
        return { shape, place, colours, number }
      })
    return { index, parts, kind }
  })
  const seen = bodies.filter(({ parts }) => parts.length > 0)
  return { still: seen.filter(({ kind }) => kind === 'fixed'), moving: seen.filter(({ kind }) => kind !== 'fixed') }
}
