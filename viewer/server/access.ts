// Who may talk to the server. Pages of other origins may not, and neither may names that merely resolve to this
// machine (DNS rebinding): a request must name an address, this machine, or the host that the user gave.

import { isIP } from 'node:net'
import { hostname } from 'node:os'

interface Asking {
  /** The request's Host header. */
  readonly host: string | undefined
  /** Its Origin header; programs other than browsers send none. */
  readonly origin: string | undefined
}

/** @returns why the request is refused, or undefined where it is welcome. */
export function refusal(asking: Asking, boundTo: string): string | undefined {
  const name = hostName(asking.host)
  if (name === undefined) return 'the request names no host'
  if (!isOurs(name, boundTo)) return `the host ${JSON.stringify(name)} is not this server's`
  if (asking.origin !== undefined && !sameHost(asking.origin, asking.host)) {
    return `a page from ${JSON.stringify(asking.origin.slice(0, 100))} may not use this server`
  }
  return undefined
}

/** The scheme may differ: a proxy in front of the server may speak https. */
function sameHost(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === new URL(`${new URL(origin).protocol}//${host}`).host
}

function hostName(host: string | undefined): string | undefined {
  if (host === undefined || !URL.canParse(`http://${host}`)) return undefined
  return new URL(`http://${host}`).hostname.replace(/^\[|\]$/g, '')
}

function isOurs(name: string, boundTo: string): boolean {
  const ours = ['localhost', boundTo.toLowerCase(), hostname().toLowerCase()]
  return isIP(name) !== 0 || ours.includes(name) || name.endsWith('.localhost')
}
