// A labelling server in a process of its own, to be killed without a warning.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

export interface LabelProcess {
  readonly port: number
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>
}

interface Served {
  readonly place: string
  readonly out: string
  readonly budget: number
  /** 0 takes any. */
  readonly port?: number
  /** The built page; none is served without. */
  readonly pageFolder?: string
}

export async function startLabelProcess({ place, out, budget, port = 0, pageFolder }: Served): Promise<LabelProcess> {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const entry = fileURLToPath(new URL('./label-server.ts', import.meta.url))
  const words = ['--import', loader, entry, place, out, String(port), String(budget), pageFolder ?? place]
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  return { port: await portOf(child), kill: () => kill(child) }
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.stdout!.on('data', (text) => {
      const found = /port (\d+)/.exec(String(text))
      if (found) resolve(Number(found[1]))
    })
    child.once('exit', (code) => reject(new Error(`the server ended with exit code ${code} before it listened`)))
  })
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
