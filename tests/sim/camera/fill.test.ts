import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { Canvas } from '../../../sim/camera/canvas.ts'
import { fillFlat, fillGlass, inkAt, mixed } from '../../../sim/camera/fill.ts'
import { Lens } from '../../../sim/camera/lens.ts'

/** A camera at the origin that looks along +y: right is x, down is -z. */
function canvas(width: number, height: number): Canvas {
  const lens = new Lens(width, height)
  lens.aim({ eye: [0, 0, 0], target: [0, 1, 0], halfHeight: 1 })
  return new Canvas(lens)
}

/** Corners on the screen, in pixels, one metre ahead. */
function setFlat(on: Canvas, corners: readonly (readonly [number, number])[]): void {
  const { focal, centreX, centreY } = on.lens
  for (const [i, [x, y]] of corners.entries()) on.polygon.setCorner(i, (x - centreX) / focal, (y - centreY) / focal, 1)
  on.polygon.corners = corners.length
  on.polygon.setPlane(0, 0, -1, -1)
}

const place = fc.double({ min: -30, max: 30, noNaN: true })

describe('a polygon', () => {
  it('takes the pixels whose centres it covers', () => {
    const on = canvas(8, 4)
    setFlat(on, [
      [1.5, 0.6],
      [4.5, 0.6],
      [4.5, 2.6],
      [1.5, 2.6],
    ])
    fillFlat(on, 9)
    expect([...on.values].map((value, at) => (value === 9 ? at : -1)).filter((at) => at >= 0)).toEqual([
      9, 10, 11, 17, 18, 19,
    ])
  })

  it('fills the same whichever way round its corners go', () => {
    fc.assert(
      fc.property(fc.tuple(place, place), fc.tuple(place, place), fc.tuple(place, place), (a, b, c) => {
        const [one, other] = [canvas(16, 16), canvas(16, 16)]
        setFlat(one, [a, b, c])
        setFlat(other, [c, b, a])
        fillFlat(one, 1)
        fillFlat(other, 1)
        expect(one.values.join()).toBe(other.values.join())
      }),
    )
  })

  it('shares no pixel with its neighbour and leaves no gap', () => {
    fc.assert(
      fc.property(place, place, place, place, (left, right, above, below) => {
        const on = canvas(16, 16)
        const square = [
          [-40, -40],
          [40, -40],
          [40, 40],
          [-40, 40],
        ] as const
        const filled = (corners: readonly (readonly [number, number])[]) => {
          on.clear(0)
          setFlat(on, corners)
          fillFlat(on, 1)
          return on.values.slice()
        }
        const cut = [left + above / 40, right + below / 40] as const
        const first = filled([square[0], [cut[0], -40], [cut[1], 40], square[3]])
        const second = filled([[cut[0], -40], square[1], square[2], [cut[1], 40]])
        expect(first.every((value, at) => value + second[at]! === 1)).toBe(true)
      }),
    )
  })

  it('lets what is behind glass through', () => {
    const on = canvas(4, 4)
    on.clear(0x0000ff)
    setFlat(on, [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
    ])
    fillGlass(on, 0xff0000, 128)
    expect(on.values[5]).toBe(0x7f007f)
    expect(on.nearness[5]).toBe(0)
  })
})

test('mixing keeps channels apart', () => {
  expect(mixed(0x102030, 0xffffff, 256)).toBe(0xffffff)
  expect(mixed(0x102030, 0xffffff, 0)).toBe(0x102030)
})

test('light beyond the ink is its last entry, below it the first', () => {
  const ink = Int32Array.from({ length: 256 }, (_, level) => level)
  expect([inkAt(ink, 1e9), inkAt(ink, -3), inkAt(ink, 7.9)]).toEqual([255, 0, 7])
})
