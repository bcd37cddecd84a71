// How finely the stage is drawn. It starts as fine as the machine promises and steps down while frames come slowly: a
// steady picture without shadows is worth more than shadows that stutter.

export type Quality = 'fine' | 'plain' | 'coarse'

export interface QualitySettings {
  readonly shadows: boolean
  /** Drawn pixels for each of the screen's, at most. */
  readonly pixelRatio: number
}

export const qualities: Readonly<Record<Quality, QualitySettings>> = {
  fine: { shadows: true, pixelRatio: 2 },
  plain: { shadows: false, pixelRatio: 1 },
  coarse: { shadows: false, pixelRatio: 0.6 },
}

const coarser: Readonly<Record<Quality, Quality>> = { fine: 'plain', plain: 'coarse', coarse: 'coarse' }

/** A frame that took longer is a slow one. */
const slowSeconds = 0.05
/** So many slow frames in a row, and so much time lost with them, are no accident. */
const patience = { frames: 5, seconds: 1 }

export interface QualityWatch {
  readonly now: Quality
  /** Takes note of one frame's time; returns whether the quality changed. */
  frame(seconds: number): boolean
}

export function watchQuality(start: Quality): QualityWatch {
  let now = start
  let slow = { frames: 0, seconds: 0 }
  return {
    get now() {
      return now
    },
    frame(seconds) {
      slow =
        seconds > slowSeconds ? { frames: slow.frames + 1, seconds: slow.seconds + seconds } : { frames: 0, seconds: 0 }
      if (slow.frames < patience.frames || slow.seconds < patience.seconds || now === 'coarse') return false
      slow = { frames: 0, seconds: 0 }
      now = coarser[now]
      return true
    },
  }
}

/** WebGL is missing, imitated by the CPU, or runs on a graphics processor. */
export type Hardware = 'none' | 'processor' | 'graphics'

/** `?quality=fine` in the address decides; else what there is to draw with. */
export function firstQuality(search: string, hardware: Hardware): Quality {
  const asked = new URLSearchParams(search).get('quality')
  if (asked !== null && Object.hasOwn(qualities, asked)) return asked as Quality
  return hardware === 'graphics' ? 'fine' : 'plain'
}
