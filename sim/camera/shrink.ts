// Smooth edges: a picture drawn several times as large, averaged down.

/**
 * Means over squares of `times` x `times` pixels, in sRGB.
 * @param rgb shape [height * times, width * times, 3]
 * @returns shape [height, width, 3]
 */
export function shrink(
  rgb: Uint8Array,
  { width, height, times }: { readonly width: number; readonly height: number; readonly times: number },
): Uint8Array {
  const out = new Uint8Array(3 * width * height)
  const area = times * times
  for (let at = 0; at < out.length; at++) {
    const channel = at % 3
    const column = ((at - channel) / 3) % width
    const row = Math.floor(at / (3 * width))
    let sum = 0
    for (let y = row * times; y < (row + 1) * times; y++) {
      const start = 3 * (y * width * times + column * times) + channel
      for (let x = 0; x < times; x++) sum += rgb[start + 3 * x]!
    }
    out[at] = Math.round(sum / area)
  }
  return out
}
