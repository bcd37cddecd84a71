// Fetches the newest clip of the chosen run, and shows it in the preview.

import type { ServerMessage } from '../../protocol/messages.ts'
import type { Library } from '../runs/library.ts'
import type { Preview } from './preview.ts'

export interface ChosenClip {
  choose(run: string | undefined): void
  hear(message: ServerMessage): void
}

interface ChosenClipOptions {
  readonly library: Pick<Library, 'get'>
  readonly preview: () => Promise<Preview | undefined>
  /** Asks the server for what the run offers. */
  readonly watch: (run: string) => void
  readonly say: (line: string) => void
}

export function createChosenClip({ library, preview, watch, say }: ChosenClipOptions): ChosenClip {
  let chosen: string | undefined
  let newest: string | undefined

  async function show(run: string, clip: string): Promise<void> {
    say('Loading the newest rollout')
    const [stage, frame] = await Promise.all([preview(), library.get(run, clip)])
    if (chosen !== run || newest !== clip) return
    stage?.show(frame)
    say(`${frame.clip.checkpoint} · seed ${frame.clip.seed} · ${frame.clip.success ? 'success' : 'no success'}`)
  }

  return {
    choose(run) {
      if (run === chosen) return
      chosen = run
      newest = undefined
      say('')
      if (run !== undefined) watch(run)
    },
    hear(message) {
      if (message.type !== 'clips' || message.run !== chosen) return
      const clip = message.clips.at(-1)?.id
      if (clip === newest && clip !== undefined) return
      newest = clip
      if (clip === undefined) {
        say('It has recorded nothing yet.')
        void preview().then((stage) => stage?.show(undefined))
      } else show(message.run, clip).catch((error: Error) => say(error.message))
    },
  }
}
