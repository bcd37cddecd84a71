import { expect, test } from 'vitest'
import type { Answer } from '../../../../viewer/client/replay/resimulate.ts'
import { createVerification } from '../../../../viewer/client/replay/verification.ts'

/** Threads that answer when they are told to, and remember whether they were ended. */
function threads() {
  const started: { readonly answer: (said: Answer) => void; ended: boolean }[] = []
  const verification = createVerification(() => {
    const thread = { answer: (_: Answer) => {}, ended: false }
    const answer = new Promise<Answer>((resolve) => {
      thread.answer = resolve
    })
    started.push(thread)
    return {
      answer,
      terminate: () => {
        thread.ended = true
      },
    }
  })
  return { verification, started }
}

const bytes = new Uint8Array(1)
const said: Answer = { ok: false, problem: 'said' }

test('an answer is handed on, and its thread is ended', async () => {
  const { verification, started } = threads()
  const asked = verification.verify(bytes)
  started[0]!.answer(said)
  expect(await asked).toEqual(said)
  expect(started[0]!.ended).toBe(true)
})

test('asking anew, or another recording, ends what is under way', async () => {
  const { verification, started } = threads()
  const first = verification.verify(bytes)
  const second = verification.verify(bytes)
  expect(await first).toBeUndefined()
  verification.cancel()
  expect(await second).toBeUndefined()
  expect(started.map(({ ended }) => ended)).toEqual([true, true])
})
