// Types a command line in this process and keeps what it prints.

import { main } from '../../lab/commands/main.ts'

export interface Typed {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

interface Ears {
  readonly signal?: AbortSignal
  /** Is told all that is printed, at once. */
  readonly heard?: (text: string) => void
}

/** @param line what follows `rapref`, words separated by spaces */
export async function type(line: string, { signal = new AbortController().signal, heard }: Ears = {}): Promise<Typed> {
  const said = { stdout: '', stderr: '' }
  const output = (name: keyof typeof said) => ({
    write(text: string) {
      said[name] += text
      heard?.(text)
    },
  })
  const words = line.split(' ').filter((word) => word !== '')
  const code = await main(words, { stdout: output('stdout'), stderr: output('stderr'), env: {}, signal })
  return { code, ...said }
}
