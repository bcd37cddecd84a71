// Reads what was typed after a command's name, by the command's own table of options.

import { nearest } from '../../sim/names.ts'
import { UserError } from '../errors/user-error.ts'
import type { Command, Option, Options, OptionValues } from './command.ts'

/** Every command has these. */
export const commonOptions = {
  json: { kind: 'switch', describe: 'One JSON document on standard output, all else on standard error' },
  help: { kind: 'switch', describe: 'Show this' },
} as const satisfies Options

export interface Arguments<O extends Options> {
  readonly words: readonly string[]
  readonly options: OptionValues<O> & OptionValues<typeof commonOptions>
}

/** @throws UserError with the nearest known option, or what was expected. */
export function readArguments<O extends Options>(command: Command<O>, typed: readonly string[]): Arguments<O> {
  const known: Options = { ...command.options, ...commonOptions }
  const values: Record<string, string | number | boolean | undefined> = {}
  for (const [name, option] of Object.entries(known)) values[name] = option.kind === 'switch' ? false : undefined
  const words: string[] = []
  const rest = [...typed]
  while (rest.length > 0) {
    const word = rest.shift()!
    if (word === '--') words.push(...rest.splice(0))
    else if (word === '-h') values.help = true
    else if (/^--?[a-z]/i.test(word)) readOption(command, known, word, rest, values)
    else words.push(word)
  }
  if (!values.help) checkWords(command, words)
  return { words, options: values as Arguments<O>['options'] }
}

function readOption(
  command: Pick<Command, 'name'>,
  known: Options,
  word: string,
  rest: string[],
  values: Record<string, unknown>,
): void {
  const [name = '', ...after] = word.replace(/^--?/, '').split('=')
  const given = after.length > 0 ? after.join('=') : undefined
  const option = Object.hasOwn(known, name) ? known[name] : undefined
  if (option === undefined || !word.startsWith('--')) throw unknownOption(command, known, word, name)
  if (option.kind === 'switch') {
    if (given !== undefined) throw new UserError(`--${name} takes no value, found "${given}"; type --${name}`)
    values[name] = true
  } else values[name] = readValue(name, option, given ?? rest.shift())
}

function readValue(
  name: string,
  option: Exclude<Option, { kind: 'switch' }>,
  text: string | undefined,
): string | number {
  if (text === undefined || text === '' || text.startsWith('--')) {
    throw new UserError(`--${name} needs a value, found ${text ? `"${text}"` : 'none'}; type --${name} ${option.value}`)
  }
  if (option.kind === 'text') return text
  const [least, most] = option.range
  const value = Number(text)
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw new UserError(`--${name} is "${text}"; expected a whole number from ${least} to ${most}`)
}

function unknownOption(command: Pick<Command, 'name'>, known: Options, word: string, name: string): UserError {
  const near = nearest(name, Object.keys(known), 3).map((each) => `--${each}`)
  return new UserError(
    `unknown option "${word.split('=')[0]}" of rapref ${command.name}; nearest: ${near.join(', ')}. ` +
      `rapref ${command.name} --help lists all`,
  )
}

function checkWords(command: Pick<Command, 'name' | 'words' | 'example'>, words: readonly string[]): void {
  const { least, most, usage } = command.words
  if (words.length >= least && words.length <= most) return
  const found = words.length === 0 ? 'nothing' : `"${words.join(' ')}"`
  throw new UserError(
    `found ${found} after rapref ${command.name}, expected ${usage === '' ? 'nothing but options' : usage}; ` +
      `for example: ${command.example}`,
  )
}
