// Scores that somebody else made: `{ "algorithm": [[run x task] ...] }`, checked before anything is computed from them.

import { UserError } from '../errors/user-error.ts'
import { type Strata, strataOf } from './strata.ts'

/** Algorithms by name, in the order of the file. */
export type ScoreTables = ReadonlyMap<string, Strata>

const shape = '{ "algorithm": [[run 1, task 1], [run 2, task 1] ...] }, rows of one number a task'

/** @param name of the file, for messages @throws UserError saying what was found and where */
export function parseScoreTables(text: string, name: string): ScoreTables {
  const parsed = parseJson(text, name)
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new UserError(`${name} holds ${describe(parsed)}; expected ${shape}`)
  }
  const tables = new Map(Object.entries(parsed).map(([algorithm, rows]) => [algorithm, readTable(algorithm, rows)]))
  if (tables.size === 0) throw new UserError(`${name} names no algorithm; expected ${shape}`)
  refuseUnequalTasks(tables)
  return tables
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const hint = /\b(NaN|Infinity)\b/.test(text)
      ? 'NaN and Infinity are not JSON; leave out runs without a score'
      : `expected ${shape}`
    throw new UserError(`${name} is no JSON (${error instanceof Error ? error.message : String(error)}); ${hint}`)
  }
}

function readTable(algorithm: string, rows: unknown): Strata {
  const where = JSON.stringify(algorithm)
  if (!Array.isArray(rows)) throw new UserError(`${where} is ${describe(rows)}; expected a list of runs: ${shape}`)
  if (rows.length === 0) throw new UserError(`${where} has no runs; expected at least one row of scores`)
  for (const [run, row] of rows.entries()) checkRow(`${where}, run ${run + 1}`, row)
  const table = rows as number[][]
  const tasks = table[0]!.length
  const odd = table.findIndex((row) => row.length !== tasks)
  if (odd > 0) {
    throw new UserError(
      `${where}, run ${odd + 1} has ${inTasks(table[odd]!.length)}, run 1 has ${tasks}; ` +
        'expected a score of every run on every task',
    )
  }
  return strataOf(table)
}

function checkRow(where: string, row: unknown): void {
  if (!Array.isArray(row)) {
    throw new UserError(`${where} is ${describe(row)}; expected a list with a number for each task, such as [0.5]`)
  }
  if (row.length === 0) throw new UserError(`${where} has no scores; expected a number for each task`)
  const odd = row.findIndex((score) => !Number.isFinite(score))
  if (odd >= 0) throw new UserError(`${where}, task ${odd + 1} is ${describe(row[odd])}; expected a number`)
}

function refuseUnequalTasks(tables: ScoreTables): void {
  const [[first, strata] = ['', []], ...others] = tables
  for (const [name, { length }] of others) {
    if (length === strata.length) continue
    throw new UserError(
      `"${name}" has ${inTasks(length)}, "${first}" has ${strata.length}; expected the same tasks, in the same order`,
    )
  }
}

function inTasks(count: number): string {
  return count === 1 ? '1 task' : `${count} tasks`
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (value === null || typeof value === 'number') return String(value)
  return typeof value === 'object' ? 'an object' : `the ${typeof value} ${JSON.stringify(value)}`
}
