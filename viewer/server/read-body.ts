// The body of a request, up to a size.

import type { IncomingMessage } from 'node:http'

/** @returns undefined where it is larger; the rest is then not read. */
export async function readBody(request: IncomingMessage, mostBytes: number): Promise<Uint8Array | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return undefined
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length
    if (length > mostBytes) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}
