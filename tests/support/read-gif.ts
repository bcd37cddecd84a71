// Reads a GIF's frames as its specification lays them out, so that a test need not believe whoever wrote it.

export interface ReadGif {
  readonly version: string
  readonly width: number
  readonly height: number
  readonly loops: boolean
  /** Hundredths of a second of each frame, in turn. */
  readonly delays: readonly number[]
}

const extension = 0x21
const image = 0x2c
const trailer = 0x3b

/** @throws when the bytes end early or hold what is no block */
export function readGif(bytes: Uint8Array): ReadGif {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = (from: number, length: number) => String.fromCharCode(...bytes.subarray(from, from + length))
  const delays: number[] = []
  let loops = false
  let delay = 0
  let at = 13 + tableBytes(bytes[10]!)

  function skipBlocks(): void {
    while (bytes[at] !== 0) at += 1 + view.getUint8(at)
    at += 1
  }

  for (;;) {
    const block = view.getUint8(at++)
    if (block === trailer) break
    if (block === extension) {
      const label = view.getUint8(at++)
      if (label === 0xf9) delay = view.getUint16(at + 2, true)
      if (label === 0xff) loops = text(at + 1, 11) === 'NETSCAPE2.0'
      skipBlocks()
    } else if (block === image) {
      delays.push(delay)
      at += 9 + tableBytes(bytes[at + 8]!) + 1
      skipBlocks()
    } else throw new Error(`found the block ${block} at byte ${at - 1}`)
  }
  if (at !== bytes.length) throw new Error(`found ${bytes.length - at} bytes after the end`)
  return { version: text(0, 6), width: view.getUint16(6, true), height: view.getUint16(8, true), loops, delays }
}

function tableBytes(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}
