// Which encoders a video needs, and what to say where the browser has none of them. Pure.

export type VideoFormat = 'mp4' | 'webm'

export const videoFormats = {
  mp4: { label: 'MP4', codecs: ['avc'], names: 'H.264', type: 'video/mp4' },
  webm: { label: 'WebM', codecs: ['vp9', 'vp8'], names: 'VP9 or VP8', type: 'video/webm' },
} as const

export class CodecMissingError extends Error {
  /** What this browser can write instead. */
  readonly offer: VideoFormat | 'gif'

  constructor(format: VideoFormat, offer: VideoFormat | 'gif') {
    const { label, names } = videoFormats[format]
    const instead = offer === 'gif' ? 'GIF' : videoFormats[offer].label
    super(`this browser has no encoder for ${names}, which ${label} needs; ${instead} works here`)
    this.name = 'CodecMissingError'
    this.offer = offer
  }
}
