// Charts as pixels, for where vector graphics cannot go. Drawn here, without a browser or fonts of the system, so that the
// same figure is the same bytes on every machine.

import type { Picture } from '../../export/png.ts'
import { Coverage } from './coverage.ts'
import type { Drawing, Point, Shape, TextShape, Tone } from './drawing.ts'
import { GLYPH, strokesOf } from './letters.ts'
import { lightTones } from './tones.ts'

/** Pixels for one of the drawing. */
const SCALE = 3
const INK = { grid: '#e3e5e8', axis: '#5d6672', text: '#5d6672', paper: '#ffffff' } as const
/** As the style of the page has them. */
const STROKE = { rule: 0.5, curve: 1, dot: 2.6, cloud: 2.25, letter: 0.55 } as const
const FAINT = { band: 0.14, cloud: 0.35 } as const
const DASH = { on: 7, off: 4 } as const
const dashed: readonly Tone[] = ['fifth', 'sixth', 'seventh', 'eighth']
/** Between the dots of a letter, and from one letter to the next, in pixels of the drawing: about 12 pixel type. */
const DOT = 1.15
const ADVANCE = 6.5

export function pictureOf({ width, height, shapes }: Drawing): Picture {
  const picture = { width: width * SCALE, height: height * SCALE, rgb: new Uint8Array(3 * width * height * SCALE ** 2) }
  picture.rgb.fill(0xff)
  const coverage = new Coverage(picture.width, picture.height)
  for (const shape of shapes) {
    cover(coverage, shape)
    blend(picture, coverage, paintOf(shape))
  }
  return picture
}

function cover(coverage: Coverage, shape: Shape): void {
  if (shape.kind === 'band') coverage.fill(shape.points.map(scaled))
  else if (shape.kind === 'text') write(coverage, shape)
  else for (const line of linesOf(shape)) coverage.stroke(line.map(scaled), STROKE[shape.kind] * SCALE)
}

function linesOf(shape: Exclude<Shape, { kind: 'band' | 'text' }>): (readonly Point[])[] {
  if (shape.kind === 'rule') return [[shape.from, shape.to]]
  if (shape.kind === 'dot') return [[shape.at]]
  if (shape.kind === 'cloud') return shape.points.map((point) => [point])
  return dashed.includes(shape.tone) ? dashesOf(shape.points) : [shape.points]
}

interface Paint {
  readonly colour: string
  readonly opacity: number
}

function paintOf(shape: Shape): Paint {
  if (shape.kind === 'rule') return { colour: INK[shape.style], opacity: 1 }
  const colour = shape.tone ? lightTones[shape.tone] : INK.text
  return { colour, opacity: shape.kind === 'band' || shape.kind === 'cloud' ? FAINT[shape.kind] : 1 }
}

function scaled([x, y]: Point): Point {
  return [x * SCALE, y * SCALE]
}

/** Letters are written as strokes from dot to dot. */
function write(coverage: Coverage, { at: [x, y], anchor, centred, text }: TextShape): void {
  const letters = [...text]
  const width = letters.length * ADVANCE - (ADVANCE - GLYPH.width * DOT)
  const left = x - { start: 0, middle: width / 2, end: width }[anchor]
  const top = centred ? y - (GLYPH.onLine * DOT) / 2 : y - GLYPH.onLine * DOT
  for (const [i, letter] of letters.entries()) {
    const place = ([column, row]: Point): Point => [left + i * ADVANCE + (column + 0.5) * DOT, top + (row + 0.5) * DOT]
    for (const stroke of strokesOf(letter)) coverage.stroke(stroke.map(place).map(scaled), STROKE.letter * SCALE)
  }
}

function blend({ rgb }: Picture, coverage: Coverage, { colour, opacity }: Paint): void {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  coverage.take((pixel, covered) => {
    for (let channel = 0; channel < 3; channel++) {
      const at = 3 * pixel + channel
      rgb[at] = Math.round(rgb[at]! + covered * opacity * (parts[channel]! - rgb[at]!))
    }
  })
}

/** Pieces of a line, by its length. */
function dashesOf(points: readonly Point[]): Point[][] {
  const pieces: Point[][] = []
  let [piece, left, on]: [Point[], number, boolean] = [points.slice(0, 1) as Point[], DASH.on, true]
  for (const [i, end] of points.entries()) {
    let from = points[i - 1] ?? end
    for (let length = distance(from, end); length > left; length = distance(from, end)) {
      const share = left / length
      from = [from[0] + share * (end[0] - from[0]), from[1] + share * (end[1] - from[1])]
      if (on) pieces.push([...piece, from])
      piece = [from]
      on = !on
      left = on ? DASH.on : DASH.off
    }
    left -= distance(from, end)
    piece.push(end)
  }
  return on ? [...pieces, piece] : pieces
}

function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2)
}
