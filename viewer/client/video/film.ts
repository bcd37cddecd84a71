// What an exported clip is to be: how large, how many frames, and when each of them is. Pure.

export interface FilmSettings {
  readonly width: number
  readonly height: number
  readonly framesPerSecond: number
}

export interface Film extends FilmSettings {
  /** Seconds of the clip that each frame shows, exactly: frames are drawn for them, not caught while playing. */
  readonly times: readonly number[]
}

/** One frame at the start and one each 1 / framesPerSecond after, as far as the clip reaches. */
export function filmOf(settings: FilmSettings, duration: number): Film {
  const frames = Math.floor(duration * settings.framesPerSecond + 1e-6) + 1
  return { ...settings, times: Array.from({ length: frames }, (_, frame) => frame / settings.framesPerSecond) }
}

/** Moments all over the clip: what colours there are. */
export function samplesOf({ times }: Film, count = 4): readonly number[] {
  const last = times.length - 1
  return Array.from({ length: count }, (_, i) => times[Math.round((i * last) / Math.max(1, count - 1))]!)
}
