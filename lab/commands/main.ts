// The command line: finds the command, runs it, prints what it answers or what went wrong. The only place that prints
// errors and decides on exit codes: 0, 1 (failed), 2 (asked wrongly).

import { nearest } from '../../sim/names.ts'
import { packageVersion } from '../../viewer/server/package-version.ts'
import { UserError } from '../errors/user-error.ts'
import { chooseReporter, type Output } from '../reporter/choose.ts'
import { chooseStyle } from '../reporter/style.ts'

import { readArguments } from './arguments.ts'
import type { Command } from './command.ts'
import { commands } from './commands.ts'
import { renderHelp, renderOverview } from './help.ts'

export interface Terminal {
  readonly stdout: Output
  readonly stderr: Output
  readonly env: Readonly<Record<string, string | undefined>>
  /** Aborted when the person wants the command to stop. */
  readonly signal: AbortSignal
}

/** @param typed what follows `rapref` @returns the exit code. */
export async function main(typed: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const { text, failed } = await answer(typed, terminal)
    terminal.stdout.write(`${text}\n`)
    return failed ? 1 : 0
  } catch (error) {
    terminal.stderr.write(`${explain(error, terminal)}\n`)
    return error instanceof UserError && error.kind === 'asked-wrongly' ? 2 : 1
  }
}

interface Answer {
  readonly text: string
  readonly failed?: boolean | undefined
}

async function answer(typed: readonly string[], terminal: Terminal): Promise<Answer> {
  const [name, ...rest] = typed
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    const text = rest[0] === undefined ? renderOverview(commands, packageVersion()) : await renderHelp(find(rest[0]))
    return { text }
  }
  if (name === '--version') return { text: packageVersion() }
  const command = find(name)
  const { words, options } = readArguments(command, rest)
  return options.help ? { text: await renderHelp(command) } : run(command, { typed, words, options, terminal })
}

function find(name: string): Command {
  const found = commands.find((command) => command.name === name)
  if (found) return found
  const known = commands.map((command) => command.name)
  throw new UserError(
    `unknown command "${name}": did you mean "${nearest(name, known, 1)[0]}"? Commands: ${known.join(', ')}`,
  )
}

interface Request extends Pick<Parameters<Command['run']>[0], 'words'> {
  readonly typed: readonly string[]
  readonly options: Parameters<Command['run']>[0]['options'] & { readonly json: boolean }
  readonly terminal: Terminal
}

async function run(command: Command, { typed, words, options, terminal }: Request): Promise<Answer> {
  const { json } = options
  const reporter = chooseReporter({ ...terminal, json })
  try {
    const line = ['rapref', ...typed].join(' ')
    const { document, text, failed } = await command.run({
      words,
      options,
      reporter,
      json,
      typed: line,
      signal: terminal.signal,
    })
    return { text: json ? JSON.stringify(document) : text, failed }
  } finally {
    reporter.report({ kind: 'done' })
  }
}

/** Named errors are for people and take one line; anything else is a fault in this program and brings its stack. */
function explain(error: unknown, { stderr, env, signal }: Terminal): string {
  const mark = chooseStyle(stderr, env).bad('rapref:')
  if (signal.aborted && !(error instanceof UserError)) return `${mark} stopped (${String(error)})`
  if (error instanceof Error && !faults.has(error.name)) return `${mark} ${error.message.replaceAll('\n', ' ')}`
  const stack = error instanceof Error ? error.stack : String(error)
  return `${mark} this is a fault in rapref, please report it with the line you typed\n${stack}`
}

const faults = new Set(['Error', 'TypeError', 'RangeError', 'SyntaxError', 'ReferenceError', 'AssertionError'])
