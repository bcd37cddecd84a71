// What a page must show besides where it comes from. A server that other machines can reach asks for the token that its
// address carries; a browser that showed it once gets it as a cookie, which scripts cannot read and other sites cannot use.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

export interface Pass {
  /** What the address ends with. */
  readonly query: string
  /** @returns why the request is refused, or undefined where it is welcome. */
  refusal(request: IncomingMessage): string | undefined
  /** Lets the browser pass from now on, also where the address does not say the token. */
  remember(request: IncomingMessage, response: ServerResponse): void
}

/** Everybody may pass. */
export const openPass: Pass = { query: '', refusal: () => undefined, remember: () => {} }

export function freshToken(): string {
  return randomBytes(18).toString('base64url')
}

export function tokenPass(token: string): Pass {
  const shown = (candidates: readonly string[]) => candidates.some((candidate) => same(candidate, token))
  return {
    query: `?token=${token}`,
    refusal(request) {
      if (shown([...inAddress(request), ...inCookies(request)])) return undefined
      return 'this server needs the token of its address: open the whole address that it printed, ?token= included'
    },
    remember(request, response) {
      if (!shown(inAddress(request))) return
      response.setHeader('Set-Cookie', `${cookieName(request)}=${token}; Path=/; HttpOnly; SameSite=Strict`)
    },
  }
}

/** Takes the same time whatever is wrong. */
function same(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function inAddress({ url = '' }: IncomingMessage): string[] {
  const query = url.split('?', 2)[1]
  return query === undefined ? [] : new URLSearchParams(query).getAll('token')
}

function inCookies(request: IncomingMessage): string[] {
  const name = `${cookieName(request)}=`
  const cookies = (request.headers.cookie ?? '').split(';').map((each) => each.trim())
  return cookies.filter((cookie) => cookie.startsWith(name)).map((cookie) => cookie.slice(name.length))
}

/** Cookies do not tell ports apart, so that the name has to. */
function cookieName({ socket }: IncomingMessage): string {
  return `rapref-${socket.localPort}`
}
