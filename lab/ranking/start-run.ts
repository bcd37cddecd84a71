// Starts a run from a ranking in a process of its own: `rapref train heron`, beside the server of the page.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { RankingStarted, StartRequest } from '../../viewer/protocol/ranking.ts'
import { knownNames } from '../commands/known-names.ts'
import { loadConfig } from '../config/load.ts'
import { UserError } from '../errors/user-error.ts'
import { defaultRunName } from '../run/run-name.ts'

const program = fileURLToPath(new URL('../../bin/rapref', import.meta.url))
const preset = 'heron'

interface StarterOptions {
  /** Of runs. */
  readonly folder: string
  readonly log: (line: string) => void
}

export interface RunStarter {
  /** One at a time. @throws UserError while another one runs, or where the ranking is none */
  start(request: StartRequest): Promise<RankingStarted>
  /** Asks the run to stop at its next safe point, and waits for it. */
  close(): Promise<void>
}

export function runStarter({ folder, log }: StarterOptions): RunStarter {
  let under: { readonly name: string; readonly child: ChildProcess } | undefined

  function follow(name: string, child: ChildProcess): void {
    let said = ''
    under = { name, child }
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-2000)
    })
    child.on('error', (error) => log(`${name} could not be started: ${error.message}`))
    child.on('exit', (code, signal) => {
      under = undefined
      const last = said.trim().split('\n').at(-1) ?? ''
      log(code === 0 ? `${name} has finished` : `${name} ended with ${signal ?? code}: ${last}`)
    })
  }

  return {
    async start({ task, order }) {
      if (under !== undefined) {
        throw new UserError(`${under.name} is still running; one run at a time is started from this page`)
      }
      const settings = [`task=${task}`, `order=${JSON.stringify(order)}`]
      const { config } = loadConfig({ from: preset, overrides: settings, known: knownNames })
      const name = defaultRunName(config, new Date())
      const typed = ['train', preset, ...settings, '--runs', folder, '--name', name]
      // A process group of its own: Ctrl-C reaches the server alone, which then stops the run well.
      follow(
        name,
        spawn(process.execPath, [program, ...typed], { stdio: ['ignore', 'ignore', 'pipe'], detached: true }),
      )
      log(`started ${name}`)
      return { run: name, command: `rapref train ${preset} ${settings.map((each) => `'${each}'`).join(' ')}` }
    },
    async close() {
      if (under === undefined) return
      const { child } = under
      const over = once(child, 'exit')
      child.kill('SIGINT')
      await over
    },
  }
}
