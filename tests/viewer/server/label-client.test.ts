import { expect, test } from 'vitest'
import type { LabelPageMessage } from '../../../viewer/protocol/label.ts'
import { type LabelClient, serveLabelClient } from '../../../viewer/server/label-client.ts'
import { someLabelling } from '../../support/some-labelling.ts'

/** A page whose network takes nothing until the test says so. */
async function somePage() {
  const labelling = await someLabelling()
  const waiting = new Map<string, () => unknown>()
  const page = { paused: false, pauses: 0, sent: [] as string[] }
  const client: LabelClient = serveLabelClient({
    labelling: () => labelling,
    seats: new Map(),
    onLeave: () => {},
    ends: {
      outbox: { put: (key, make) => void waiting.set(key, make), has: (key) => waiting.has(key) },
      pause: () => {
        page.paused = true
        page.pauses++
      },
      resume: () => {
        page.paused = false
      },
      log: (line) => {
        throw new Error(line)
      },
    },
  })
  async function drain(): Promise<void> {
    for (const [key, make] of [...waiting]) {
      waiting.delete(key)
      const text = await make()
      if (text !== undefined) page.sent.push(String(text))
    }
  }
  return { client, page, waiting, drain, log: labelling.log }
}

function resend(i: number): LabelPageMessage {
  return { type: 'label-answer', id: `a${i}`, question: 'q0', answer: 'first', shown: [0, 1], milliseconds: 1 }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

test('a page that does not read its acknowledgements is not read from until it does', async () => {
  const { client, page, waiting, drain, log } = await somePage()
  let given = 0
  // A page gives as long as it is read from.
  while (!page.paused && given < 1000) {
    client.hear(resend(given++))
    await settled()
  }
  expect(given).toBe(16)
  expect(waiting.size).toBeLessThan(20)
  await drain()
  expect(page.paused).toBe(false)
  expect(page.sent.filter((text) => text.includes('label-saved'))).toHaveLength(16)
  expect(log.answers()).toHaveLength(1)
})

test('one that gives faster than the disk writes is not read from either', async () => {
  const { client, page } = await somePage()
  let given = 0
  while (!page.paused && given < 1000) client.hear(resend(given++))
  expect(given).toBe(16)
})

test('the same thing given again and again waits as one acknowledgement', async () => {
  const { client, page, waiting, drain } = await somePage()
  for (let i = 0; i < 500; i++) {
    client.hear(resend(7))
    await settled()
  }
  expect(waiting.size).toBeLessThan(5)
  expect(page.paused).toBe(false)
  await drain()
  expect(page.sent.filter((text) => text.includes('label-saved'))).toHaveLength(1)
})

test('what has not changed is not said again', async () => {
  const { client, page, drain } = await somePage()
  client.hear({ type: 'label-sit', seat: 's', holding: [] })
  await drain()
  const offers = () => page.sent.filter((text) => text.includes('"label-offer"')).length
  expect(offers()).toBe(1)
  for (let i = 0; i < 5; i++) {
    client.refresh()
    await drain()
  }
  expect(offers()).toBe(1)
})
