// Simulates recordings again, in a thread of its own: the page stays awake, and the physics is loaded only here.

import { makeEnv } from '../../../envs/registry.ts'
import { decodeRecording } from '../../../sim/recording-codec.ts'
import { type Answer, resimulate } from './resimulate.ts'

addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
  answer(data).then((said) => {
    const transfer = said.ok && said.again !== undefined ? [said.again.buffer] : []
    postMessage(said, { transfer })
  })
})

async function answer(bytes: Uint8Array): Promise<Answer> {
  try {
    const recording = decodeRecording(bytes)
    const began = performance.now()
    const found = await resimulate(recording, makeEnv)
    return { ok: true, ...found, milliseconds: performance.now() - began }
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) }
  }
}
