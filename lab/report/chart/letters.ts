// Letters for figures that are pixels: those of the contact sheet, and what numbers, units and settings need besides.

import { isInked, GLYPH as SHEET } from '../../sheet/font.ts'
import type { Point } from './drawing.ts'

/** `onLine`: rows above the line that letters stand on. */
export const GLYPH = { ...SHEET, onLine: 7 } as const

const more: Readonly<Record<string, string>> = {
  '.': '..... ..... ..... ..... ..... .##.. .##.. ..... .....',
  ',': '..... ..... ..... ..... ..... .##.. .##.. ..#.. .#...',
  ':': '..... ..... .##.. .##.. ..... .##.. .##.. ..... .....',
  '%': '##..# ##..# ...#. ..#.. .#... #..## #..## ..... .....',
  '=': '..... ..... ##### ..... ##### ..... ..... ..... .....',
  '+': '..... ..#.. ..#.. ##### ..#.. ..#.. ..... ..... .....',
  '/': '....# ....# ...#. ..#.. .#... #.... #.... ..... .....',
  '(': '...#. ..#.. .#... .#... .#... ..#.. ...#. ..... .....',
  ')': '.#... ..#.. ...#. ...#. ...#. ..#.. .#... ..... .....',
  '<': '...#. ..#.. .#... #.... .#... ..#.. ...#. ..... .....',
  '>': '.#... ..#.. ...#. ....# ...#. ..#.. .#... ..... .....',
  _: '..... ..... ..... ..... ..... ..... ##### ..... .....',
  "'": '..#.. ..#.. ..... ..... ..... ..... ..... ..... .....',
  '…': '..... ..... ..... ..... ..... ..... #.#.# ..... .....',
  M: '#...# ##.## #.#.# #.#.# #...# #...# #...# ..... .....',
}

/**
 * A letter as strokes between dots, in columns and rows: from each dot to its neighbours, across corners only where no dot
 * lies beside. Capitals other than M are written small, what is unknown is left blank.
 */
export function strokesOf(letter: string): Point[][] {
  const rows = more[letter]
  const small = letter.toLowerCase()
  const inked = (column: number, row: number) => {
    if (column < 0 || column >= GLYPH.width || row >= GLYPH.height) return false
    return rows === undefined ? isInked(small, column, row) : rows.charAt(row * (GLYPH.width + 1) + column) === '#'
  }
  const strokes: Point[][] = []
  for (let row = 0; row < GLYPH.height; row++) {
    for (let column = 0; column < GLYPH.width; column++) {
      if (!inked(column, row)) continue
      const from: Point = [column, row]
      const [right, below, left] = [inked(column + 1, row), inked(column, row + 1), inked(column - 1, row)]
      strokes.push([from])
      if (right) strokes.push([from, [column + 1, row]])
      if (below) strokes.push([from, [column, row + 1]])
      if (!below && !right && inked(column + 1, row + 1)) strokes.push([from, [column + 1, row + 1]])
      if (!below && !left && inked(column - 1, row + 1)) strokes.push([from, [column - 1, row + 1]])
    }
  }
  return strokes
}
