// Help texts, made from the commands' own tables.

import { commonOptions } from './arguments.ts'
import type { Command, Option, Options } from './command.ts'

/** All commands, one line each. */
export function renderOverview(commands: readonly Command[], version: string): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    `rapref ${version}: learn robot manipulation from preferences.`,
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'rapref <command> --help tells more. To begin: rapref start',
  ].join('\n')
}

export async function renderHelp(command: Command): Promise<string> {
  const { name, summary, words, options, example, details } = command
  const usage = ['rapref', name, words.usage, '[options]'].filter((part) => part !== '').join(' ')
  const parts = [
    `${summary}.`,
    `Usage: ${usage}`,
    renderOptions({ ...options, ...commonOptions }),
    `Example:\n  ${example}`,
  ]
  if (details) parts.push(await details())
  return parts.join('\n\n')
}

function renderOptions(options: Options): string {
  const rows = Object.entries(options).map(([name, option]) => [typedAs(name, option), option.describe] as const)
  const width = Math.max(...rows.map(([typed]) => typed.length))
  return ['Options:', ...rows.map(([typed, describe]) => `  ${typed.padEnd(width)}  ${describe}`)].join('\n')
}

function typedAs(name: string, option: Option): string {
  return option.kind === 'switch' ? `--${name}` : `--${name} ${option.value}`
}
