// A child process that does one run after another; this is the side that hands them out.

import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { PlannedRun } from '../../plan/plan.ts'
import type { Answer } from '../../worker/messages.ts'

/** The command line, which is also what a worker is. */
const program = fileURLToPath(new URL('../../../../bin/rapref', import.meta.url))

/** What became of an assignment: an answer, or the end of the process in words. */
export type Reply = Answer | { readonly died: string }

export class WorkerProcess {
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
    this.#child.on('message', (answer: Answer) => {
      this.#resident = answer.resident
      this.#reply(answer)
    })
    this.#child.on('error', (error) => this.#reply({ died: error.message }))
    this.#child.on('exit', (code, signal) => this.#reply({ died: this.#lastWords(code, signal) }))
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
    return new Promise((resolve) => {
      this.#waiting = resolve
      this.#child.send({ id }, (error) => error && this.#reply({ died: error.message }))
    })
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

  #reply(reply: Reply): void {
    this.#waiting?.(reply)
    this.#waiting = undefined
  }

  #lastWords(code: number | null, signal: NodeJS.Signals | null): string {
    const how = signal === null ? `its process ended with ${code}` : `its process was ended by ${signal}`
    const said = this.#said.trim().split('\n').at(-1) ?? ''
    return said === '' ? how : `${how} (${said})`
  }
}
