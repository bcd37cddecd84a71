// What is used of gifenc, which ships no types.

declare module 'gifenc' {
  /** [[red, green, blue], ...], each 0 to 255. */
  export type Palette = readonly (readonly number[])[]

  export function quantize(rgba: Uint8Array | Uint8ClampedArray, colours: number): Palette
  export function applyPalette(rgba: Uint8Array | Uint8ClampedArray, palette: Palette): Uint8Array
  export function GIFEncoder(): {
    /** @param options.delay milliseconds; the palette of the first frame is everybody's who has none */
    writeFrame(
      indices: Uint8Array,
      width: number,
      height: number,
      options: { readonly palette?: Palette; readonly delay: number },
    ): void
    finish(): void
    bytes(): Uint8Array<ArrayBuffer>
  }
}
