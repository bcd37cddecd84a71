// A second Node process that simulates recordings again.

import { type ChildProcess, fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Recording } from '../../sim/recording.ts'
import { encodeRecording } from '../../sim/recording-codec.ts'
import type { Verdict } from '../../sim/verify.ts'

export interface OtherProcess {
  verify(recording: Recording): Promise<Verdict>
  end(): void
}

export function startOtherProcess(): OtherProcess {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const entry = fileURLToPath(new URL('./verify-process.ts', import.meta.url))
  const child = fork(entry, { execArgv: ['--import', loader], serialization: 'advanced' })
  return {
    verify: (recording) => ask(child, encodeRecording(recording)),
    end: () => {
      child.kill()
    },
  }
}

/** One question at a time. */
function ask(child: ChildProcess, bytes: Uint8Array): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`the other process ended with ${code}`))
    child.once('exit', onExit)
    child.once('message', (answer: Verdict | { error: string }) => {
      child.off('exit', onExit)
      if ('error' in answer) reject(new Error(answer.error))
      else resolve(answer)
    })
    child.send(bytes)
  })
}
