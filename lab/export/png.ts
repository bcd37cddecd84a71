// PNG files: 8-bit RGB, each row as differences from the pixel before or the row above, deflated.

import { crc32, deflateSync } from 'node:zlib'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const CHANNELS = 3
/** Colour type 2: red, green, blue. */
const HEADER = { depth: 8, colourType: 2 }
const FILTERS = { left: 1, above: 2 } as const
type Filter = keyof typeof FILTERS

export interface Picture {
  readonly width: number
  readonly height: number
  /** Red, green, blue, shape [height, width, 3]. */
  readonly rgb: Uint8Array
}

/** The bytes of a PNG file. */
export function encodePng(picture: Picture): Uint8Array {
  const { width, height, rgb } = picture
  if (rgb.length !== CHANNELS * width * height) {
    throw new RangeError(`found ${rgb.length} bytes for ${width} x ${height} pixels, expected ${CHANNELS} for each`)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([HEADER.depth, HEADER.colourType], 8)
  const data = deflateSync(filtered(picture), { level: 9 })
  return Buffer.concat([Buffer.from(SIGNATURE), chunk('IHDR', header), chunk('IDAT', data), chunk('IEND')])
}

function chunk(name: string, data: Uint8Array = new Uint8Array(0)): Buffer {
  const out = Buffer.alloc(12 + data.length)
  out.writeUInt32BE(data.length, 0)
  out.write(name, 4, 'latin1')
  out.set(data, 8)
  out.writeUInt32BE(crc32(out.subarray(4, 8 + data.length)), 8 + data.length)
  return out
}

/** Rows with their filter in front: whichever leaves less to tell. */
function filtered({ width, height, rgb }: Picture): Uint8Array {
  const row = CHANNELS * width
  const out = new Uint8Array((row + 1) * height)
  const candidates = { left: new Uint8Array(row), above: new Uint8Array(row) }
  for (let y = 0; y < height; y++) {
    const pixels = rgb.subarray(y * row, (y + 1) * row)
    const above = y === 0 ? new Uint8Array(row) : rgb.subarray((y - 1) * row, y * row)
    for (let i = 0; i < row; i++) {
      candidates.left[i] = pixels[i]! - (i < CHANNELS ? 0 : pixels[i - CHANNELS]!)
      candidates.above[i] = pixels[i]! - above[i]!
    }
    const best: Filter = size(candidates.left) < size(candidates.above) ? 'left' : 'above'
    out[y * (row + 1)] = FILTERS[best]
    out.set(candidates[best], y * (row + 1) + 1)
  }
  return out
}

/** Sum of differences, which are bytes with a sign. */
function size(differences: Uint8Array): number {
  let sum = 0
  for (const difference of differences) sum += Math.min(difference, 256 - difference)
  return sum
}
