// The package gifenc as Node has it: CommonJS, and without types.

import { createRequire } from 'node:module'

/** [[red, green, blue], ...], each 0 to 255. */
type Palette = readonly (readonly number[])[]

interface GifEncoder {
  /** @param options.delay milliseconds; the palette of the first frame is everybody's who has none */
  writeFrame(
    indices: Uint8Array,
    width: number,
    height: number,
    options: { readonly palette?: Palette; readonly delay: number },
  ): void
  finish(): void
  bytes(): Uint8Array
}

interface Gifenc {
  quantize(rgba: Uint8Array, colours: number): Palette
  applyPalette(rgba: Uint8Array, palette: Palette): Uint8Array
  GIFEncoder(): GifEncoder
}

export const gifenc: Gifenc = createRequire(import.meta.url)('gifenc')
