// Which face a job shows: a panel on a terminal, plain lines elsewhere; on standard error where standard output is for a
// program.

import { plainReporter } from './plain.ts'
import type { Reporter } from './reporter.ts'
import { chooseStyle } from './style.ts'
import { terminalReporter } from './terminal.ts'

export interface Output {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}

export interface ReporterRequest {
  readonly stdout: Output
  readonly stderr: Output
  readonly env: Readonly<Record<string, string | undefined>>
  readonly json: boolean
}

export function chooseReporter({ stdout, stderr, env, json }: ReporterRequest): Reporter {
  const output = json ? stderr : stdout
  const write = (text: string) => void output.write(text)
  const now = () => performance.now()
  if (!output.isTTY || env.TERM === 'dumb' || env.CI) return plainReporter({ write, now })
  return terminalReporter({ write, now, columns: () => output.columns ?? 80, style: chooseStyle(output, env) })
}
