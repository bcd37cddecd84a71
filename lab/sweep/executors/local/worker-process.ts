// A child process that does one run after another; this is the side that hands them out.

import { type ChildProcess, spawn } from 'node:child_process'
import { finished } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { UserError } from '../../../errors/user-error.ts'
import type { PlannedRun } from '../../plan/planned.ts'
import type { Answer, Ready } from '../../worker/messages.ts'

/** The command line, which is also what a worker is. */
const program = fileURLToPath(new URL('../../../../bin/rapref', import.meta.url))

/** What became of an assignment: an answer, or the end of the process in words. */
export type Reply = Answer | Ready | { readonly died: string }

export class WorkerProcess {
  /** Rejects where the process ends before it has begun: then no run could go better. */
  readonly ready: Promise<void>
  readonly #child: ChildProcess
  #waiting: ((reply: Reply) => void) | undefined
  #said = ''
  #resident = 0

  /** @param out the sweep's folder */
  constructor(out: string) {
    // A process group of its own: Ctrl-C reaches the sweep alone, which then stops its workers well.
    this.#child = spawn(process.execPath, [program, 'work', out, '--listen'], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      detached: true,
    })
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#said = (this.#said + text).slice(-2000)
    })
    this.#child.on('message', (answer: Answer | Ready) => {
      if ('resident' in answer) this.#resident = answer.resident
      this.#reply(answer)
    })
    this.#child.on('error', (error) => this.#reply({ died: error.message }))
    // Not `close`, which Node leaves out where this side has closed the channel.
    this.#child.on('exit', async (code, signal) => {
      await finished(this.#child.stderr!).catch(() => {})
      this.#reply({ died: this.#lastWords(code, signal) })
    })
    this.ready = this.#next().then((reply) => {
      if ('died' in reply) throw new UserError(`no run could be begun: ${reply.died}`, 'failed')
    })
  }

  /** Bytes that it held after its last run. */
  get resident(): number {
    return this.#resident
  }

  get alive(): boolean {
    return this.#child.connected
  }

  /** One run at a time. */
  work({ id }: PlannedRun): Promise<Reply> {
    const reply = this.#next()
    this.#child.send({ id }, (error) => error && this.#reply({ died: error.message }))
    return reply
  }

  /** Lets a run that is under way stop at its next safe point, and ends the process. */
  async stop(): Promise<void> {
    if (this.#child.connected) this.#child.disconnect()
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    await new Promise((resolve) => this.#child.once('exit', resolve))
  }

  /** At once; the run can go on from its newest checkpoint. */
  kill(): void {
    this.#child.kill('SIGKILL')
  }

  #next(): Promise<Reply> {
    return new Promise((resolve) => {
      this.#waiting = resolve
    })
  }

  #reply(reply: Reply): void {
    this.#waiting?.(reply)
    this.#waiting = undefined
  }

  #lastWords(code: number | null, signal: NodeJS.Signals | null): string {
    const how = signal === null ? `its process ended with ${code}` : `its process was ended by ${signal}`
    const lines = this.#said.trim().split('\n')
    const said = lines.find((line) => /error/i.test(line)) ?? lines.at(-1) ?? ''
    return said === '' ? how : `${how} (${said.trim()})`
  }
}
