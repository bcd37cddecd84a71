import { describe, expect, test } from 'vitest'
import type { Drawing, Shape } from '../../../../lab/report/chart/drawing.ts'
import { strokesOf } from '../../../../lab/report/chart/letters.ts'
import { pictureOf } from '../../../../lab/report/chart/picture.ts'

const draw = (...shapes: Shape[]) => pictureOf({ width: 20, height: 10, shapes } satisfies Drawing)

/** Red, green and blue of the pixel at a place of the drawing. */
function colourAt({ width, rgb }: ReturnType<typeof draw>, x: number, y: number): number[] {
  const at = 3 * (Math.floor(y * 3) * width + Math.floor(x * 3))
  return [...rgb.subarray(at, at + 3)]
}

const paper = [255, 255, 255]

describe('a picture of a drawing', () => {
  test('is white where nothing is drawn, and three pixels to one', () => {
    const picture = draw()
    expect([picture.width, picture.height]).toEqual([60, 30])
    expect(picture.rgb.every((part) => part === 255)).toBe(true)
  })

  test('has lines in their colour, as wide as they are, and nothing beside them', () => {
    const picture = draw({
      kind: 'curve',
      tone: 'first',
      points: [
        [2, 5],
        [18, 5],
      ],
    })
    expect(colourAt(picture, 10, 5)).toEqual([0x1f, 0x66, 0xc9])
    expect(colourAt(picture, 10, 5.9)).not.toEqual(paper)
    expect(colourAt(picture, 10, 6.5)).toEqual(paper)
    expect(colourAt(picture, 0.2, 5)).toEqual(paper)
  })

  test('does not darken a line where its segments meet', () => {
    const once = draw({
      kind: 'band',
      tone: 'second',
      points: [
        [2, 2],
        [18, 2],
        [18, 8],
        [2, 8],
      ],
    })
    const parts = draw({
      kind: 'curve',
      tone: 'second',
      points: [
        [2, 5],
        [10, 5],
        [18, 5],
      ],
    })
    expect(colourAt(parts, 10, 5)).toEqual([0xc4, 0x59, 0x0a])
    expect(colourAt(once, 10, 5)).toEqual([247, 232, 221])
  })

  test('fills a band only inside, and dots beyond the edge are cut', () => {
    const picture = draw(
      {
        kind: 'band',
        tone: 'third',
        points: [
          [0, 0],
          [20, 10],
          [0, 10],
        ],
      },
      { kind: 'dot', tone: 'fourth', at: [19.9, 0], title: '' },
    )
    expect(colourAt(picture, 3, 8)).not.toEqual(paper)
    expect(colourAt(picture, 12, 2)).toEqual(paper)
    expect(colourAt(picture, 19, 0.5)).toEqual([0x9b, 0x3f, 0xa8])
  })

  test('breaks the line of a later colour into dashes', () => {
    const picture = draw({
      kind: 'curve',
      tone: 'fifth',
      points: [
        [0, 5],
        [20, 5],
      ],
    })
    expect(colourAt(picture, 3, 5)).toEqual([0x8a, 0x6d, 0x00])
    expect(colourAt(picture, 9, 5)).toEqual(paper)
    expect(colourAt(picture, 14, 5)).toEqual([0x8a, 0x6d, 0x00])
  })

  test('writes words from, around or up to their place', () => {
    const inkOn = (anchor: 'start' | 'middle' | 'end') => {
      const picture = draw({ kind: 'text', style: 'tick', anchor, at: [10, 5], centred: true, text: 'm' })
      const columns = [...Array(60).keys()].filter((column) =>
        [...Array(30).keys()].some((row) => picture.rgb[3 * (row * 60 + column)]! < 200),
      )
      return [columns[0]! / 3, columns.at(-1)! / 3]
    }
    expect(inkOn('start')[0]).toBeGreaterThanOrEqual(9.6)
    expect(inkOn('end')[1]).toBeLessThanOrEqual(10.4)
    expect(inkOn('middle')[0]).toBeLessThan(9)
    expect(inkOn('middle')[1]).toBeGreaterThan(11)
  })
})

test('every letter that axes and settings are made of has strokes', () => {
  for (const letter of "abcdefghijklmnopqrstuvwxyz0123456789.,:%=+/()<>_'-…MQ")
    expect(strokesOf(letter).length).toBeGreaterThan(0)
  expect(strokesOf(' ')).toEqual([])
})
