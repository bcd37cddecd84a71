// A line between pages and a server that can be cut. What was under way is lost; whoever connects again gets through.

import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface CuttableLine {
  readonly port: number
  cut(): void
  close(): Promise<void>
}

export async function cuttableLine(to: number): Promise<CuttableLine> {
  const sockets = new Set<Socket>()
  const server = createServer((page) => {
    const upstream = connect(to, '127.0.0.1')
    page.pipe(upstream).pipe(page)
    for (const socket of [page, upstream]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        sockets.delete(socket)
        page.destroy()
        upstream.destroy()
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        cut()
      }),
  }
}
