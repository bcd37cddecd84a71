import { inflateSync } from 'node:zlib'
import { describe, expect, it, test } from 'vitest'
import { encodePng, type Picture } from '../../../lab/export/png.ts'

interface Chunk {
  readonly name: string
  readonly data: Buffer
}

function chunksOf(file: Uint8Array): Chunk[] {
  const bytes = Buffer.from(file)
  const chunks: Chunk[] = []
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    chunks.push({ name: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, at + 8 + length) })
    at += 12 + length
  }
  return chunks
}

/** Undoes the filters "left" and "above", the only ones that are written. */
function decode(file: Uint8Array): Picture {
  const chunks = chunksOf(file)
  const header = chunks[0]!.data
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const data = inflateSync(chunks[1]!.data)
  const row = 3 * width
  const rgb = new Uint8Array(row * height)
  for (let y = 0; y < height; y++) {
    const filter = data[y * (row + 1)]!
    for (let i = 0; i < row; i++) {
      const before = filter === 1 ? (i < 3 ? 0 : rgb[y * row + i - 3]!) : y === 0 ? 0 : rgb[(y - 1) * row + i]!
      rgb[y * row + i] = data[y * (row + 1) + 1 + i]! + before
    }
  }
  return { width, height, rgb }
}

const noisy = (width: number, height: number): Picture => ({
  width,
  height,
  rgb: Uint8Array.from({ length: 3 * width * height }, (_, i) => (i * 7919) ^ (i >> 3)),
})

describe('a PNG file', () => {
  it.each([
    [1, 1],
    [7, 3],
    [3, 40],
  ])('of %i x %i pixels decodes to the same picture', (width, height) => {
    const picture = noisy(width, height)
    expect(decode(encodePng(picture))).toEqual(picture)
  })

  it('has the chunks and the header that the standard asks for', () => {
    const file = encodePng(noisy(7, 3))
    expect([...file.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10])
    expect(chunksOf(file).map(({ name }) => name)).toEqual(['IHDR', 'IDAT', 'IEND'])
    // 8 bits, colour type 2, deflate, adaptive filters, not interlaced.
    expect([...chunksOf(file)[0]!.data.subarray(8)]).toEqual([8, 2, 0, 0, 0])
  })

  it('ends with the chunk whose checksum is known', () => {
    expect(
      Buffer.from(encodePng(noisy(2, 2)))
        .subarray(-8)
        .toString('hex'),
    ).toBe('49454e44ae426082')
  })

  it('of one colour is small', () => {
    expect(encodePng({ width: 200, height: 200, rgb: new Uint8Array(120_000).fill(90) }).length).toBeLessThan(500)
  })
})

test('bytes that do not fill the picture are refused', () => {
  expect(() => encodePng({ width: 2, height: 2, rgb: new Uint8Array(11) })).toThrow(
    'found 11 bytes for 2 x 2 pixels, expected 3 for each',
  )
})
