// What the host that a server listens on means: who can reach it, and what to type.

import { networkInterfaces } from 'node:os'

/** Nobody but this machine reaches it. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

/** For an address; where the server listens on every one, the first by which other machines know this one. */
export function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return outwardAddress() ?? 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

function outwardAddress(): string | undefined {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? [])
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address
}
