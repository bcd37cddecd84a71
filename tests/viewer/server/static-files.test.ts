import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pathOf, serveFile } from '../../../viewer/server/static-files.ts'

let base: string
let server: Server
let port: number

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'rapref-files-'))
  const page = join(base, 'page')
  await mkdir(join(page, 'assets'), { recursive: true })
  await writeFile(join(base, 'secret.html'), 'secret')
  await writeFile(join(page, 'index.html'), '<title>page</title>')
  await writeFile(join(page, '.hidden.html'), 'hidden')
  await writeFile(join(page, 'notes.md'), 'notes')
  await writeFile(join(page, 'assets', 'main.js'), 'run()')
  await symlink(join(base, 'secret.html'), join(page, 'way-out.html'))
  server = createServer((incoming, response) => void serveFile(page, incoming, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})

afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await rm(base, { recursive: true })
})

/** Sends the path as it is: a browser would tidy it first. */
function get(path: string, method = 'GET') {
  return new Promise<{ status: number; body: string; headers: Record<string, unknown> }>((resolve, reject) => {
    const asked = request({ port, path, method, host: '127.0.0.1', agent: false }, (response) => {
      let body = ''
      response.on('data', (part) => {
        body += part
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body, headers: response.headers }))
    })
    asked.on('error', reject)
    asked.end()
  })
}

test('the page is served at the root, with its type and its defences', async () => {
  const { status, body, headers } = await get('/?quality=fine')
  expect([status, body]).toEqual([200, '<title>page</title>'])
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  })
  expect(headers['content-security-policy']).toContain("default-src 'none'")
})

test('assets have hashed names and may be kept', async () => {
  const { status, headers } = await get('/assets/main.js')
  expect(status).toBe(200)
  expect(headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': expect.stringContaining('immutable'),
  })
})

test('HEAD answers without a body', async () => {
  expect(await get('/', 'HEAD')).toMatchObject({ status: 200, body: '' })
})

test.each([
  ['/../secret.html', 403],
  ['/..%2fsecret.html', 403],
  ['/%2e%2e/secret.html', 403],
  ['/assets/..%2f..%2fsecret.html', 403],
  ['/..\\secret.html', 403],
  ['/%00', 403],
  ['/%zz', 403],
  ['/.hidden.html', 403],
  ['//etc/passwd', 404],
  ['/way-out.html', 404],
  ['/notes.md', 404],
  ['/assets', 404],
  ['/assets/', 404],
  ['/index.html/more.html', 404],
  [`/${'a'.repeat(5000)}.html`, 404],
  ['/missing.html', 404],
])('%s gives nothing away', async (path, status) => {
  const answer = await get(path)
  expect(answer.status).toBe(status)
  expect(answer.body).not.toContain('secret')
})

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is not answered', async (method) => {
  expect(await get('/', method)).toMatchObject({ status: 405, body: 'only GET and HEAD are answered\n' })
})

test('a path is relative and keeps no way up', () => {
  expect(pathOf('/assets/main.js?x#y')).toBe('assets/main.js')
  expect(pathOf('/label?pair=1')).toBe('label.html')
  expect(pathOf('/runs/label')).toBe('runs/label')
  expect(pathOf('http://elsewhere/index.html')).toBeUndefined()
})
