import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startViewer, type Viewer } from '../../../viewer/server/viewer.ts'
import { openPage } from '../../support/viewer-page.ts'

const token = 'a-token-that-was-chosen'
let folder: string
let viewer: Viewer

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapref-pass-'))
  await writeFile(join(folder, 'index.html'), 'the page')
  await writeFile(join(folder, 'label.html'), 'the page that asks')
  viewer = await startViewer({ host: '0.0.0.0', port: 0, token, pageFolder: folder, log: () => {} })
})

afterEach(async () => {
  await viewer.close()
  await rm(folder, { recursive: true })
})

interface Answered {
  readonly status: number
  readonly text: string
  readonly cookie: string | undefined
}

function ask(path: string, headers: Record<string, string> = {}): Promise<Answered> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port: viewer.port, path, headers, agent: false }, (response) => {
      let text = ''
      response.on('data', (part) => {
        text += part
      })
      response.on('end', () => {
        resolve({ status: response.statusCode!, text, cookie: response.headers['set-cookie']?.[0] })
      })
    }).on('error', reject)
  })
}

const refusedText =
  'this server needs the token of its address: open the whole address that it printed, ?token= included\n'

test.each([
  '/',
  '/?token=',
  '/?token=a-token-that-was-chosem',
  `/?token=${token}x`,
  '/?other=1',
  '/label',
  '/assets/x.js',
  '/runs/a/policy.onnx',
])('%s without the right token is refused, and brings no cookie', async (path) => {
  expect(await ask(path)).toEqual({ status: 403, text: refusedText, cookie: undefined })
})

test('the address carries the token, and after that the browser may pass without saying it', async () => {
  expect(viewer.addressOf('label')).toMatch(/^http:\/\/.+:\d+\/label\?token=a-token-that-was-chosen$/)
  expect(new URL(viewer.address).search).toBe(`?token=${token}`)
  const first = await ask(`/label?token=${token}`)
  expect(first).toMatchObject({ status: 200, text: 'the page that asks' })
  expect(first.cookie).toBe(`rapref-${viewer.port}=${token}; Path=/; HttpOnly; SameSite=Strict`)
  const cookie = first.cookie!.split(';')[0]!
  expect(await ask('/', { cookie: `other=1; ${cookie}` })).toMatchObject({ status: 200, cookie: undefined })
  expect((await ask('/', { cookie: `rapref-1=${token}` })).status).toBe(403)
})

test('the socket asks for it too', async () => {
  const refused = 'Unexpected server response: 403'
  await expect(openPage({ port: viewer.port })).rejects.toThrow(refused)
  await expect(openPage({ port: viewer.port, headers: { Cookie: `rapref-${viewer.port}=wrong` } })).rejects.toThrow(
    refused,
  )
  const page = await openPage({ port: viewer.port, headers: { Cookie: `rapref-${viewer.port}=${token}` } })
  expect((await page.hear('hello')).type).toBe('hello')
  await page.close()
})

test('the right token does not help a page of another origin', async () => {
  const evil = { Origin: 'http://evil.example' }
  expect((await ask(`/?token=${token}`, evil)).status).toBe(403)
  const headers = { ...evil, Cookie: `rapref-${viewer.port}=${token}` }
  await expect(openPage({ port: viewer.port, headers })).rejects.toThrow('403')
})

test('a token that nobody chose is drawn anew, long enough not to be guessed', async () => {
  const others = await Promise.all(
    [1, 2].map(() => startViewer({ host: '0.0.0.0', port: 0, pageFolder: folder, log: () => {} })),
  )
  const tokens = others.map(({ address }) => new URL(address).searchParams.get('token')!)
  expect(tokens[0]).toMatch(/^[\w-]{24}$/)
  expect(tokens[1]).not.toBe(tokens[0])
  for (const each of others) await each.close()
})
