// Clips that wait behind the stage. They are built one at a time while the browser has nothing better to do, so that
// building one never delays what a person waits for.

import type { ClipFrame } from '../../protocol/frames.ts'
import type { Cast } from './cast.ts'

export interface Backstage {
  /** These are wanted next, first to last; the others may leave. */
  want(clips: readonly ClipFrame[]): void
  /** Takes one out to show it; undefined where it is not built yet. */
  take(clip: ClipFrame): Cast | undefined
  /** Built, and its geometries lie in the graphics memory. */
  isReady(clip: ClipFrame): boolean
  /** Those whose geometries are to be sent there now. */
  takeFresh(): readonly Cast[]
}

interface BackstageOptions {
  readonly build: (clip: ClipFrame) => Cast
  /** Calls back once there is time. */
  readonly later: (then: () => void) => void
  /** Something was built. */
  readonly onBuilt: () => void
}

export function createBackstage({ build, later, onBuilt }: BackstageOptions): Backstage {
  const built = new Map<ClipFrame, Cast>()
  const fresh = new Set<Cast>()
  let wanted: readonly ClipFrame[] = []
  let working = false

  function work(): void {
    if (working || !wanted.some((clip) => !built.has(clip))) return
    working = true
    later(() => {
      working = false
      buildOne()
      work()
    })
  }

  function buildOne(): void {
    const clip = wanted.find((each) => !built.has(each))
    if (clip === undefined) return
    const cast = build(clip)
    built.set(clip, cast)
    fresh.add(cast)
    onBuilt()
  }

  function letGo(clip: ClipFrame): Cast | undefined {
    const cast = built.get(clip)
    built.delete(clip)
    if (cast !== undefined) fresh.delete(cast)
    return cast
  }

  return {
    want(clips) {
      wanted = clips
      for (const clip of [...built.keys()]) if (!clips.includes(clip)) letGo(clip)?.figure.dispose()
      work()
    },
    take(clip) {
      wanted = wanted.filter((each) => each !== clip)
      return letGo(clip)
    },
    isReady(clip) {
      const cast = built.get(clip)
      return cast !== undefined && !fresh.has(cast)
    },
    takeFresh() {
      const taken = [...fresh]
      fresh.clear()
      return taken
    },
  }
}
