// Clips that were fetched: asked for once, kept while they are recent.

import type { ClipFrame } from '../../protocol/frames.ts'
import { clipKey } from '../../protocol/messages.ts'

export interface Library {
  get(run: string, clip: string): Promise<ClipFrame>
  arrived(frame: ClipFrame): void
  missing(run: string, clip: string, message: string): void
}

interface LibraryOptions {
  readonly request: (run: string, clip: string) => void
  /** The request was answered. */
  readonly settled: (run: string, clip: string) => void
  /** Clips kept; default 12. */
  readonly room?: number
}

interface Waiting {
  readonly resolve: (frame: ClipFrame) => void
  readonly reject: (error: Error) => void
}

export function createLibrary({ request, settled, room = 12 }: LibraryOptions): Library {
  const clips = new Map<string, Promise<ClipFrame>>()
  const waiting = new Map<string, Waiting>()

  function fetch(run: string, clip: string): Promise<ClipFrame> {
    const fetched = new Promise<ClipFrame>((resolve, reject) => {
      waiting.set(clipKey({ run, clip }), { resolve, reject })
    })
    request(run, clip)
    return fetched
  }

  function settle(run: string, clip: string): Waiting | undefined {
    const key = clipKey({ run, clip })
    const waiter = waiting.get(key)
    waiting.delete(key)
    settled(run, clip)
    return waiter
  }

  /** The longest unused go first; those on their way stay. */
  function makeRoom(): void {
    for (const key of clips.keys()) {
      if (clips.size <= room) return
      if (!waiting.has(key)) clips.delete(key)
    }
  }

  return {
    get(run, clip) {
      const key = clipKey({ run, clip })
      const found = clips.get(key) ?? fetch(run, clip)
      clips.delete(key)
      clips.set(key, found)
      makeRoom()
      return found
    },
    arrived(frame) {
      settle(frame.run, frame.clip.id)?.resolve(frame)
    },
    missing(run, clip, message) {
      clips.delete(clipKey({ run, clip }))
      settle(run, clip)?.reject(new Error(message))
    },
  }
}
