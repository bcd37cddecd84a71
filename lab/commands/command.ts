// What a command is. Every file in this folder that is named after a command defines one, always in this shape.

import type { Reporter } from '../reporter/reporter.ts'

export type Option =
  /** There or not. */
  | { readonly kind: 'switch'; readonly describe: string }
  | { readonly kind: 'text'; readonly value: string; readonly describe: string }
  | {
      readonly kind: 'integer'
      readonly value: string
      readonly range: readonly [number, number]
      readonly describe: string
    }

export type Options = Readonly<Record<string, Option>>

/** What options turn into: a switch is true or false, the others are undefined where they were not typed. */
export type OptionValues<O extends Options> = {
  readonly [K in keyof O]: O[K] extends { kind: 'switch' }
    ? boolean
    : (O[K] extends { kind: 'integer' } ? number : string) | undefined
}

export interface Invocation<O extends Options> {
  /** What was typed besides options. */
  readonly words: readonly string[]
  readonly options: OptionValues<O>
  readonly reporter: Reporter
  /** Aborted when the person wants it to stop. */
  readonly signal: AbortSignal
  /** Whether a program will read the outcome. */
  readonly json: boolean
  /** The whole line, as typed. */
  readonly typed: string
}

/** What a command found out: for a program, and for a person. */
export interface Outcome {
  readonly document: unknown
  readonly text: string
  /** Whether part of it failed: the exit code is then 1. */
  readonly failed?: boolean
}

export interface Command<O extends Options = Options> {
  readonly name: string
  readonly summary: string
  /** A line that works when it is typed. */
  readonly example: string
  /** Words after the name, such as `<run>`; how many there may be. */
  readonly words: { readonly usage: string; readonly least: number; readonly most: number }
  readonly options: O
  /** More for `--help`, where it takes more than a line. */
  readonly details?: () => Promise<string>
  run(invocation: Invocation<O>): Promise<Outcome>
}

/** Keeps the types of the options. Heavy modules belong in `run`, behind `await import`, so that `--help` stays fast. */
export function defineCommand<const O extends Options>(command: Command<O>): Command<O> {
  return command
}

export const noWords = { usage: '', least: 0, most: 0 } as const
