// The kinds of file that a clip can leave as.

export type ExportFormat = 'mp4' | 'webm' | 'gif' | 'html'

interface FormatChoice {
  readonly label: string
  /** Frames a second to choose from; GIF counts in hundredths of a second. None where there are no frames. */
  readonly rates: readonly number[]
  readonly note: string
}

export const exportFormats: Readonly<Record<ExportFormat, FormatChoice>> = {
  mp4: { label: 'MP4 video', rates: [30, 60, 25], note: 'Seen as now: camera, theme and what is laid over it.' },
  webm: { label: 'WebM video', rates: [30, 60, 25], note: 'Seen as now: camera, theme and what is laid over it.' },
  gif: { label: 'GIF', rates: [20, 25, 10], note: 'Seen as now, in 256 colours.' },
  html: {
    label: 'HTML, in 3-D',
    rates: [],
    note: 'One file that plays the clip anywhere, without a network, with a free camera.',
  },
}

export const exportKinds = Object.keys(exportFormats) as readonly ExportFormat[]

/** Even, as video wants them. */
export const sizes = [
  { width: 640, height: 480 },
  { width: 480, height: 480 },
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 320, height: 240 },
] as const
