import { expect, test } from 'vitest'
import type { Change, RunSource } from '../../../viewer/server/source.ts'
import { startViewer } from '../../../viewer/server/viewer.ts'
import { openPage } from '../../support/viewer-page.ts'

/** For what takes an instant, on a machine of any speed. */
const patience = { timeout: 60_000 }

function countingSource() {
  const listeners = new Set<(change: Change) => void>()
  const source: RunSource = {
    list: async () => [],
    summary: () => undefined,
    read: async () => undefined,
    recording: async () => undefined,
    policy: async () => undefined,
    clip: async () => {
      throw new Error('the recording is damaged')
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return { source, listeners }
}

test('no more than 32 pages are served, the next one is told why', async () => {
  const viewer = await startViewer({ port: 0, pageFolder: '.', log: () => {} })
  const pages = await Promise.all(Array.from({ length: 32 }, () => openPage({ port: viewer.port })))
  const late = await openPage({ port: viewer.port })
  expect(await late.hear('refused')).toEqual({
    type: 'refused',
    code: 'full',
    message: 'the page is open in 32 places already: close one of them',
  })
  await pages[0]?.close()
  await expect.poll(() => viewer.load().pages, patience).toBe(31)
  const next = await openPage({ port: viewer.port })
  expect(await next.hear('hello')).toBeDefined()
  await viewer.close()
  await Promise.all([...pages, late, next].map((page) => page.close()))
})

test('the source is listened to only while a page is open', async () => {
  const { source, listeners } = countingSource()
  const viewer = await startViewer({ port: 0, pageFolder: '.', source, log: () => {} })
  expect(listeners.size).toBe(0)
  const [one, two] = [await openPage({ port: viewer.port }), await openPage({ port: viewer.port })]
  await one.hear('hello')
  expect(listeners.size).toBe(1)
  await one.close()
  await two.close()
  await expect.poll(() => listeners.size, patience).toBe(0)
  const again = await openPage({ port: viewer.port })
  await again.hear('hello')
  await viewer.close()
  expect(listeners.size).toBe(0)
  await again.close()
})

test('a source that fails is said to the page and logged once', async () => {
  const { source } = countingSource()
  const lines: string[] = []
  const viewer = await startViewer({ port: 0, pageFolder: '.', source, log: (line) => lines.push(line) })
  const page = await openPage({ port: viewer.port })
  for (const clip of ['x', 'y']) page.say({ type: 'clip', run: 'a', clip })
  expect(await page.hear('refused')).toEqual({ type: 'refused', code: 'failed', message: 'the recording is damaged' })
  page.say({ type: 'clip', run: 'a', clip: 'z' })
  await page.hear('refused')
  expect(lines).toEqual(['page 1: the recording is damaged'])
  await viewer.close()
  await page.close()
})
