// Writes a GIF, in a thread of its own: first the colours, from a few frames, then frame after frame, then the end.

import { applyPalette, GIFEncoder, type Palette, quantize } from 'gifenc'

export type GifRequest =
  | {
      readonly kind: 'begin'
      readonly width: number
      readonly height: number
      readonly delay: number
      readonly samples: Uint8ClampedArray
    }
  | { readonly kind: 'frame'; readonly rgba: Uint8ClampedArray }
  | { readonly kind: 'finish' }

/** Every request is answered; the last one with the file. */
export interface GifAnswer {
  readonly file: Uint8Array<ArrayBuffer> | undefined
}

const gif = GIFEncoder()
let size = { width: 0, height: 0, delay: 0 }
let colours: Palette = []
let frames = 0

addEventListener('message', ({ data }: MessageEvent<GifRequest>) => {
  postMessage({ file: answer(data) } satisfies GifAnswer)
})

function answer(request: GifRequest): GifAnswer['file'] {
  switch (request.kind) {
    case 'begin':
      size = request
      colours = quantize(request.samples, 256)
      return undefined
    case 'frame': {
      const { width, height, delay } = size
      const palette = frames++ === 0 ? { palette: colours } : {}
      gif.writeFrame(applyPalette(request.rgba, colours), width, height, { ...palette, delay })
      return undefined
    }
    case 'finish':
      gif.finish()
      return gif.bytes()
  }
}
