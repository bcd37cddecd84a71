// A Python process that answers each line with a line, so that it and this process can take turns.

import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export class Peer {
  readonly #child: ChildProcess
  readonly #answers: AsyncIterator<string>

  /** @param python interpreter; @param script beside this file, and what it is given */
  constructor(python: string, ...script: readonly string[]) {
    this.#child = spawn(python, ['-u', ...script], { cwd: import.meta.dirname, stdio: ['pipe', 'pipe', 'inherit'] })
    this.#answers = createInterface({ input: this.#child.stdout! })[Symbol.asyncIterator]()
  }

  /** The next line that it writes. */
  async read<Answer>(): Promise<Answer> {
    const { value, done } = await this.#answers.next()
    if (done) throw new Error('the Python process ended; see above')
    return JSON.parse(value) as Answer
  }

  async ask<Answer>(request: object): Promise<Answer> {
    this.#child.stdin!.write(`${JSON.stringify(request)}\n`)
    return this.read()
  }

  /** It ends when its input does. */
  end(): void {
    this.#child.stdin!.end()
  }
}
