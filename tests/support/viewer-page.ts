// A page without a browser: a socket that remembers what the server said.

import { once } from 'node:events'
import { WebSocket } from 'ws'
import { type ClipFrame, decodeClip } from '../../viewer/protocol/frames.ts'
import type { PageMessage, ServerMessage } from '../../viewer/protocol/messages.ts'
import { readServerMessage } from '../../viewer/protocol/read-message.ts'

type MessageOf<Type extends ServerMessage['type']> = Extract<ServerMessage, { type: Type }>

export interface ViewerPage {
  readonly socket: WebSocket
  /** Everything that was said so far. */
  readonly heard: readonly ServerMessage[]
  say(message: PageMessage): void
  /** The first message of a type that was not returned yet, and that fits. */
  hear<Type extends ServerMessage['type']>(
    type: Type,
    fits?: (message: MessageOf<Type>) => boolean,
  ): Promise<MessageOf<Type>>
  hearClip(): Promise<ClipFrame>
  close(): Promise<void>
}

interface PageOptions {
  readonly port: number
  readonly headers?: Readonly<Record<string, string>>
}

/** Resolves once the connection is open; rejects where the server refuses it. */
export async function openPage({ port, headers }: PageOptions): Promise<ViewerPage> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/socket`, { headers: { ...headers } })
  const heard: ServerMessage[] = []
  const unread: (ServerMessage | ClipFrame)[] = []
  let wake = () => {}
  socket.on('message', (data, isBinary) => {
    const said = isBinary ? decodeClip(data as Buffer) : readText(String(data))
    if ('type' in said) heard.push(said)
    unread.push(said)
    wake()
  })
  await once(socket, 'open')

  async function take<Found>(find: (said: ServerMessage | ClipFrame) => Found | undefined): Promise<Found> {
    for (;;) {
      for (const [i, said] of unread.entries()) {
        const found = find(said)
        if (found === undefined) continue
        unread.splice(i, 1)
        return found
      }
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }

  return {
    socket,
    heard,
    say: (message) => socket.send(JSON.stringify(message)),
    hear: (type, fits) => take((said) => (isOfType(said, type) && (fits?.(said) ?? true) ? said : undefined)),
    hearClip: () => take((said) => ('type' in said ? undefined : said)),
    async close() {
      if (socket.readyState === WebSocket.CLOSED) return
      socket.close()
      await once(socket, 'close')
    },
  }
}

function isOfType<Type extends ServerMessage['type']>(
  said: ServerMessage | ClipFrame,
  type: Type,
): said is MessageOf<Type> {
  return 'type' in said && said.type === type
}

function readText(text: string): ServerMessage {
  const read = readServerMessage(text)
  if (!read.ok) throw new Error(read.problem)
  return read.message
}
