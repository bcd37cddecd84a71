// Serves a clip's recording as the file that it is: the page can simulate it again.

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RunSource } from './source.ts'
import { pathOf, say, send } from './static-files.ts'

interface Asked {
  readonly run: string
  readonly clip: string
}

/** @returns what is asked for, or undefined where it is something else. */
export function recordingAskedFor(url: string): Asked | undefined {
  const [, run, clip] = /^runs\/([^/]+(?:\/[^/]+)*)\/recordings\/([^/]+)\.rec$/.exec(pathOf(url) ?? '') ?? []
  return run === undefined || clip === undefined ? undefined : { run, clip }
}

export async function serveRecording(
  source: RunSource,
  { asked: { run, clip }, request, response }: { asked: Asked; request: IncomingMessage; response: ServerResponse },
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return say(response, 405, 'only GET and HEAD are answered')
  const body = await source.recording(run, clip)
  if (body === undefined) {
    return say(response, 404, `there is no recording ${JSON.stringify(clip)} in run ${JSON.stringify(run)}`)
  }
  send(request, response, { type: 'application/octet-stream', caching: 'no-cache', body })
}
