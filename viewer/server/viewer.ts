// The page's server: files over HTTP, everything else over one socket. `publish` feeds it a run that is under way here.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { refusal } from './access.ts'
import { demonstrationDesk, isDemonstration, type KeepDemonstration } from './demonstrations.ts'
import { isLoopback, nameOf } from './host-name.ts'
import { joinedRuns } from './joined-runs.ts'
import { labelRoom } from './label-room.ts'
import type { Labelling } from './labelling.ts'
import { listen } from './listen.ts'
import { type LiveEvent, liveRuns } from './live-runs.ts'
import { type Load, servePages } from './pages.ts'
import { freshToken, openPass, tokenPass } from './pass.ts'
import { policyAskedFor, servePolicy } from './policy-file.ts'
import { type RankingRoom, rankingDesk } from './ranking-desk.ts'
import { recordingAskedFor, serveRecording } from './recording-download.ts'
import type { RunSource } from './source.ts'
import { say, serveFile } from './static-files.ts'

export interface ViewerOptions {
  /** Default 127.0.0.1: nobody but this machine. */
  readonly host?: string
  /** Default 8000; 0 takes any free port. */
  readonly port?: number
  /** What others than this machine must know; drawn anew by default. Not needed, and not in the address, on 127.0.0.1. */
  readonly token?: string
  /** When the port is taken: an error, or the next free port (said through `log`). Default `fail`. */
  readonly onTaken?: 'fail' | 'next'
  /** Folder of the built page (see page.ts). */
  readonly pageFolder: string
  /** Runs besides those published here, such as a folder of them. */
  readonly source?: RunSource
  /** What people are asked from the beginning; `openDesk` asks later. */
  readonly desk?: Labelling
  /** What becomes of demonstrations that people send; refused by default. */
  readonly keepDemonstration?: KeepDemonstration
  /** What rankings of factors come to, and who starts runs from them; refused by default. */
  readonly ranking?: RankingRoom
  readonly log: (line: string) => void
  /** Seconds between signs of life; a page that misses four is dropped. Default 10. */
  readonly beatSeconds?: number
}

export interface Viewer {
  /** What to type into a browser. Carries the token where one is needed. */
  readonly address: string
  /** The same for one of the pages, such as `label`. */
  addressOf(screen: string): string
  readonly port: number
  publish(run: string, event: LiveEvent): void
  /** Asks people at the page `label`. One desk at a time. @returns what ends it */
  openDesk(labelling: Labelling): () => void
  load(): Load
  close(): Promise<void>
}

/** @throws ListenError when the port or the host cannot be used. */
export async function startViewer(options: ViewerOptions): Promise<Viewer> {
  const { host = '127.0.0.1', port: wanted = 8000, onTaken = 'fail', beatSeconds = 10, log } = options
  const live = liveRuns()
  const desk = labelRoom()
  if (options.desk) desk.open(options.desk)
  const source = desk.withClips(options.source === undefined ? live : joinedRuns(live, options.source))
  const demonstrations = demonstrationDesk(options.keepDemonstration)
  const rankings = rankingDesk(options.ranking)
  const pages = servePages({ source, desk, log })
  const pass = isLoopback(host) ? openPass : tokenPass(options.token ?? freshToken())
  const server = createServer((request, response) => {
    const refused = refusal(askingOf(request), host) ?? pass.refusal(request)
    if (refused !== undefined) return say(response, 403, refused)
    pass.remember(request, response)
    answer(request, response).catch((error) => failed(request, response, error))
  })
  server.on('upgrade', (request, socket, head) => {
    const known = /^\/socket($|\?)/.test(request.url ?? '')
    const refused = known ? (refusal(askingOf(request), host) ?? pass.refusal(request)) : 'there is no such socket'
    if (refused === undefined) pages.accept(request, socket, head)
    else refuseUpgrade(socket, refused)
  })
  const port = await listen(server, { host, port: wanted, onTaken, log })
  const beat = setInterval(pages.beat, beatSeconds * 1000).unref()

  function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = '/' } = request
    if (isDemonstration(url)) return demonstrations.take(request, response)
    if (rankings.asked(url) !== undefined) return rankings.answer(request, response)
    const run = policyAskedFor(url)
    if (run !== undefined) return servePolicy(source, { run, request, response })
    const asked = recordingAskedFor(url)
    if (asked !== undefined) return serveRecording(source, { asked, request, response })
    return serveFile(options.pageFolder, request, response)
  }

  function failed(request: IncomingMessage, response: ServerResponse, error: unknown): void {
    log(`cannot serve ${request.url}: ${String(error)}`)
    if (response.headersSent) response.destroy()
    else say(response, 500, 'the page could not be read')
  }

  const addressOf = (screen: string) => `http://${nameOf(host)}:${port}/${screen}${pass.query}`

  return {
    address: addressOf(''),
    addressOf,
    port,
    publish: live.publish,
    openDesk: desk.open,
    load: pages.load,
    close: () =>
      new Promise((resolve) => {
        clearInterval(beat)
        pages.close()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function refuseUpgrade(socket: Duplex, why: string): void {
  socket.on('error', () => {})
  socket.end(`HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n${why}\n`)
}

function askingOf(request: IncomingMessage) {
  return { host: request.headers.host, origin: request.headers.origin }
}
