import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { ListenError, listen } from '../../../viewer/server/listen.ts'

const servers: Server[] = []

function server(): Server {
  const made = createServer()
  servers.push(made)
  return made
}

afterEach(() => {
  for (const each of servers.splice(0)) each.close()
})

const onLoopback = (port: number, onTaken: 'fail' | 'next' = 'fail', log: (line: string) => void = () => {}) => ({
  host: '127.0.0.1',
  port,
  onTaken,
  log,
})

test('port 0 takes any free port', async () => {
  const taken = server()
  const port = await listen(taken, onLoopback(0))
  expect(port).toBeGreaterThan(0)
  expect((taken.address() as AddressInfo).address).toBe('127.0.0.1')
})

test('a taken port is an error that says what to type', async () => {
  const port = await listen(server(), onLoopback(0))
  await expect(listen(server(), onLoopback(port))).rejects.toThrow(
    new ListenError(
      `port ${port} on 127.0.0.1 is taken: type --port ${port + 1}, or --port 0 for any free one`,
      'EADDRINUSE',
    ),
  )
})

test('or the next free port, and this is said', async () => {
  const port = await listen(server(), onLoopback(0))
  const lines: string[] = []
  const next = await listen(
    server(),
    onLoopback(port, 'next', (line) => lines.push(line)),
  )
  expect(next).toBeGreaterThan(port)
  expect(lines).toEqual([`port ${port} is taken, using ${next}`])
})

test('a host that this machine does not have is an error that says what to type', async () => {
  await expect(listen(server(), { ...onLoopback(0), host: '192.0.2.1' })).rejects.toThrow(
    'this machine has no address "192.0.2.1": type --host 127.0.0.1, or --host 0.0.0.0 for every address',
  )
})
