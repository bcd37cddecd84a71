// A run that asks a person, in a process of its own, to be killed without a warning.

import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { RunSummary } from '../../lab/run/summary.ts'

export interface AskedRunProcess {
  /** Where somebody can answer, once somebody can. */
  readonly port: Promise<number>
  readonly summary: Promise<RunSummary>
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>
}

interface AskedRun {
  readonly folder: string
  readonly name: string
  /** 0 takes any. */
  readonly port?: number
  readonly begin: 'new' | 'resume'
  /** Of the built page; nobody looks at it where absent. */
  readonly page?: string
  readonly settings?: readonly string[]
}

export function startAskedRun({ folder, name, port = 0, begin, page = '', settings = [] }: AskedRun): AskedRunProcess {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const entry = fileURLToPath(new URL('./asked-run.ts', import.meta.url))
  const words = ['--import', loader, entry, folder, name, `${port}`, begin, page, ...settings]
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = new Promise<void>((resolve) => child.on('close', () => resolve()))
  let said = ''
  child.stdout.on('data', (text) => {
    said += text
  })

  /** The value that it prints behind this word. */
  function hears<Value>(word: string): Promise<Value> {
    const heard = new Promise<Value>((resolve, reject) => {
      const look = () => {
        const found = new RegExp(`^${word} (.*)\\n`, 'm').exec(said)
        if (found) resolve(JSON.parse(found[1]!))
      }
      child.stdout.on('data', look)
      gone.then(() => reject(new Error(`the run ended before it said its ${word}`)))
    })
    // Who kills it waits for nothing.
    heard.catch(() => {})
    return heard
  }

  return {
    port: hears('port'),
    summary: hears('summary'),
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
  }
}
