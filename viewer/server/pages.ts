// The connected pages, at most so many. The source of runs is listened to only while there are any.

import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { ServerMessage } from '../protocol/messages.ts'
import { type Client, serveClient } from './client.ts'
import type { LabelRoom } from './label-room.ts'
import { packageVersion } from './package-version.ts'
import type { RunSource } from './source.ts'

export interface Pages {
  /** Takes over a connection that asked to become a socket. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** A sign of life to everyone; those who gave none themselves are dropped. */
  beat(): void
  load(): Load
  close(): void
}

/** What is being carried now, over all pages. */
export interface Load {
  readonly pages: number
  readonly waiting: number
  readonly bufferedBytes: number
}

interface PagesOptions {
  readonly source: RunSource
  /** Where people answer. */
  readonly desk: LabelRoom
  readonly log: (line: string) => void
}

const messageBytes = 64 * 1024
const pagesAllowed = 32
const tryAgainLater = 1013

export function servePages({ source, desk, log }: PagesOptions): Pages {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: messageBytes })
  const clients = new Set<Client>()
  const version = packageVersion()
  let served = 0
  let unsubscribe: (() => void) | undefined

  function open(socket: WebSocket): void {
    if (clients.size < pagesAllowed) serve(socket)
    else turnAway(socket)
  }

  function serve(socket: WebSocket): void {
    served++
    const client = serveClient({ socket, source, desk, version, log, name: `page ${served}` })
    clients.add(client)
    unsubscribe ??= source.subscribe((change) => {
      for (const each of clients) each.changed(change)
    })
    socket.on('close', () => {
      client.close()
      clients.delete(client)
      if (clients.size === 0) stopListening()
    })
  }

  function stopListening(): void {
    unsubscribe?.()
    unsubscribe = undefined
  }

  return {
    accept: (request: IncomingMessage, socket: Duplex, head: Buffer) =>
      sockets.handleUpgrade(request, socket, head, open),
    beat() {
      for (const client of clients) client.beat()
      desk.beat()
    },
    load: () => ({
      pages: clients.size,
      waiting: [...clients].reduce((sum, client) => sum + client.waiting, 0),
      bufferedBytes: [...clients].reduce((sum, client) => sum + client.bufferedBytes, 0),
    }),
    close() {
      for (const client of clients) client.close()
      stopListening()
      sockets.close()
    },
  }
}

function turnAway(socket: WebSocket): void {
  const message = `the page is open in ${pagesAllowed} places already: close one of them`
  socket.on('error', () => {})
  socket.send(JSON.stringify({ type: 'refused', code: 'full', message } satisfies ServerMessage))
  socket.close(tryAgainLater, 'too many pages')
}
