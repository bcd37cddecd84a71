// A line between a page and its server that carries so many bytes a second towards the page and no more.

import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface SlowLine {
  readonly port: number
  /** Bytes that have reached the page. */
  readonly carried: number
  close(): Promise<void>
}

const ticksPerSecond = 20

export async function slowLine({ to, bytesPerSecond }: { to: number; bytesPerSecond: number }): Promise<SlowLine> {
  const sockets = new Set<Socket>()
  let carried = 0
  const server = createServer((page) => {
    const upstream = connect(to, '127.0.0.1')
    page.pipe(upstream)
    const timer = setInterval(() => {
      // What is not read here stays with the server's side.
      const available = Math.min(upstream.readableLength, Math.round(bytesPerSecond / ticksPerSecond))
      const part: Buffer | null = available === 0 ? upstream.read(0) : upstream.read(available)
      if (part === null) return
      carried += part.length
      page.write(part)
    }, 1000 / ticksPerSecond)
    for (const socket of [page, upstream]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        clearInterval(timer)
        page.destroy()
        upstream.destroy()
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    get carried() {
      return carried
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
