// Serves the built page: files of one folder and nothing else, no listings, no way out.

import { readFile, realpath } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

const headers = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

export async function serveFile(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return say(response, 405, 'only GET and HEAD are answered')
  const path = pathOf(request.url ?? '/')
  if (path === undefined) return say(response, 403, 'that path is not allowed')
  const type = types[extname(path)]
  const body = type === undefined ? undefined : await readInside(folder, path)
  if (type === undefined || body === undefined) return say(response, 404, 'there is no such page')
  const caching = path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
  send(request, response, { type, caching, body })
}

interface Sent {
  readonly type: string
  readonly caching: string
  readonly body: Uint8Array
}

export function send(request: IncomingMessage, response: ServerResponse, { type, caching, body }: Sent): void {
  response.writeHead(200, { ...headers, 'Content-Type': type, 'Content-Length': body.length, 'Cache-Control': caching })
  response.end(request.method === 'HEAD' ? undefined : body)
}

export function say(response: ServerResponse, status: number, line: string): void {
  response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' })
  response.end(`${line}\n`)
}

/** @returns a relative path with forward slashes, or undefined where the request tries to leave the folder. */
export function pathOf(url: string): string | undefined {
  let path: string
  try {
    path = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '')
  } catch {
    return undefined
  }
  if (!path.startsWith('/') || /[\0\\]/.test(path)) return undefined
  const parts = path.slice(1).split('/')
  if (parts.some((part) => part.startsWith('.'))) return undefined
  if (path === '/') return 'index.html'
  // A page is asked for by its name: /label is label.html.
  return parts.length === 1 && !path.includes('.') ? `${parts[0]}.html` : parts.join('/')
}

/** Links are followed only to places inside the folder. */
async function readInside(folder: string, path: string): Promise<Buffer | undefined> {
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, path))])
    return file.startsWith(root + sep) ? await readFile(file) : undefined
  } catch (error) {
    const missing = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'].includes(
      (error as NodeJS.ErrnoException).code ?? '',
    )
    if (missing) return undefined
    throw error
  }
}
