// A page to put pictures and words on, dot by dot.

import type { Picture } from '../export/png.ts'
import { GLYPH, isInked } from './font.ts'

type Colour = readonly [red: number, green: number, blue: number]

/** Dots from the start of one letter to that of the next. */
const ADVANCE = GLYPH.width + 1

export class Page implements Picture {
  readonly width: number
  readonly height: number
  readonly rgb: Uint8Array

  constructor(width: number, height: number, [red, green, blue]: Colour) {
    this.width = width
    this.height = height
    this.rgb = new Uint8Array(3 * width * height)
    for (let at = 0; at < this.rgb.length; at += 3) this.rgb.set([red, green, blue], at)
  }

  /** Puts a picture with its upper left corner at (x, y). It must fit. */
  place({ width, height, rgb }: Picture, x: number, y: number): void {
    for (let row = 0; row < height; row++) {
      this.rgb.set(rgb.subarray(3 * row * width, 3 * (row + 1) * width), 3 * ((y + row) * this.width + x))
    }
  }

  /** Writes a line with its middle at x and its upper edge at y, each dot of the font `scale` pixels wide. */
  write(text: string, x: number, y: number, { scale, colour }: { readonly scale: number; readonly colour: Colour }) {
    const left = Math.round(x - (scale * (text.length * ADVANCE - 1)) / 2)
    for (const [place, character] of [...text].entries()) {
      for (let row = 0; row < GLYPH.height * scale; row++) {
        for (let column = 0; column < GLYPH.width * scale; column++) {
          if (!isInked(character, Math.floor(column / scale), Math.floor(row / scale))) continue
          this.#dot(left + scale * place * ADVANCE + column, y + row, colour)
        }
      }
    }
  }

  #dot(x: number, y: number, colour: Colour): void {
    if (x >= 0 && x < this.width && y >= 0 && y < this.height) this.rgb.set(colour, 3 * (y * this.width + x))
  }
}
