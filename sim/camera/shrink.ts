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
  const row = 3 * width * times
  for (let at = 0, corner = 0; at < out.length; corner += (times - 1) * row) {
    for (const end = at + 3 * width; at < end; at += 3, corner += 3 * times) {
      let [red, green, blue] = [0, 0, 0]
      for (let line = corner; line < corner + times * row; line += row) {
        for (let from = line; from < line + 3 * times; from += 3) {
          red += rgb[from]!
          green += rgb[from + 1]!
          blue += rgb[from + 2]!
        }
      }
      out[at] = Math.round(red / area)
      out[at + 1] = Math.round(green / area)
      out[at + 2] = Math.round(blue / area)
    }
  }
  return out
}
