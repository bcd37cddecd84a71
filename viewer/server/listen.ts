// Takes a port, or says in one line why not and what to type.

import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export class ListenError extends Error {
  readonly code: string

  constructor(message: string, code: string) {
    super(message)
    this.name = 'ListenError'
    this.code = code
  }
}

export interface ListenOptions {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** `next`: try the ports after it, and say so. */
  readonly onTaken: 'fail' | 'next'
  readonly log: (line: string) => void
}

const portsTried = 20

/** @returns the port. @throws ListenError */
export async function listen(server: Server, options: ListenOptions): Promise<number> {
  const last = options.onTaken === 'next' ? Math.min(options.port + portsTried - 1, 65535) : options.port
  for (let port = options.port; ; port++) {
    try {
      const taken = await take(server, options.host, port)
      if (port !== options.port) options.log(`port ${options.port} is taken, using ${taken}`)
      return taken
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? ''
      if (code !== 'EADDRINUSE' || port >= last) throw new ListenError(explain(code, options, error), code)
    }
  }
}

async function take(server: Server, host: string, port: number): Promise<number> {
  server.listen(port, host)
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

function explain(code: string, { host, port, onTaken }: ListenOptions, error: unknown): string {
  switch (code) {
    case 'EADDRINUSE':
      return onTaken === 'next'
        ? `the ports ${port} to ${Math.min(port + portsTried - 1, 65535)} on ${host} are all taken: type --port 0 for any free one`
        : `port ${port} on ${host} is taken: type --port ${port + 1}, or --port 0 for any free one`
    case 'EACCES':
      return `this user may not use port ${port}: type --port 8000, or --port 0 for any free one`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `this machine has no address ${JSON.stringify(host)}: type --host 127.0.0.1, or --host 0.0.0.0 for every address`
    default:
      return `cannot listen on ${host} port ${port}: ${error instanceof Error ? error.message : String(error)}`
  }
}
