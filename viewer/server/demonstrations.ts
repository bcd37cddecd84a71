// Takes demonstrations that people send from the page: recordings, whole and not too large. What becomes of them is the
// business of whoever started the server.

import type { IncomingMessage, ServerResponse } from 'node:http'
import { RecordingFormatError } from '../../sim/recording/errors.ts'
import type { Recording } from '../../sim/recording.ts'
import { decodeRecording } from '../../sim/recording-codec.ts'
import { readBody } from './read-body.ts'
import { pathOf, say } from './static-files.ts'

/** @returns whether it was kept, and what to tell the person. */
export type KeepDemonstration = (
  recording: Recording,
  bytes: Uint8Array,
) => Promise<{ readonly kept: boolean; readonly said: string }>

/** A demonstration of ten minutes takes less. */
const mostBytes = 16 * 1024 * 1024
const mostAtOnce = 4
const contentType = 'application/octet-stream'

export interface DemonstrationDesk {
  take(request: IncomingMessage, response: ServerResponse): Promise<void>
}

export function isDemonstration(url: string): boolean {
  return pathOf(url) === 'demonstrations.html'
}

/** @param keep undefined where nobody wants any */
export function demonstrationDesk(keep: KeepDemonstration | undefined): DemonstrationDesk {
  let underWay = 0

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await readBody(request, mostBytes)
    if (bytes === undefined) return say(response, 413, `a demonstration has at most ${mostBytes} bytes`)
    try {
      const { kept, said } = await keep!(decodeRecording(bytes), bytes)
      say(response, kept ? 200 : 422, said)
    } catch (error) {
      if (!(error instanceof RecordingFormatError)) throw error
      say(response, 400, error.message)
    }
  }

  return {
    async take(request, response) {
      if (request.method !== 'POST') return say(response, 405, 'demonstrations are sent by POST')
      if (keep === undefined) return say(response, 404, 'this server keeps no demonstrations; rapref view does')
      // A form of another page cannot ask for this type without asking first.
      if (request.headers['content-type'] !== contentType) return say(response, 415, `expected the type ${contentType}`)
      if (underWay >= mostAtOnce) return say(response, 503, 'several demonstrations are being checked: try again soon')
      underWay++
      try {
        await receive(request, response)
      } finally {
        underWay--
      }
    },
  }
}
